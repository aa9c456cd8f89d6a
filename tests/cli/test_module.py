"""``python -m tracediff``."""

from __future__ import annotations

import os
import runpy
import sys

import pytest


@pytest.mark.parametrize(
    ("name", "argument", "ends"),
    [("__main__", "--help", [0]), ("__main__", "--version", []), ("another", "--help", [])],
)
def test_the_module_is_the_command_where_it_is_run_and_nothing_where_it_is_imported(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    argument: str,
    ends: list[int],
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, "gettrace", lambda: None)
    monkeypatch.setattr(sys, "argv", ["tracediff", argument])
    runpy.run_module("tracediff.__main__", run_name=name)
    assert ended == ends
    said = capsys.readouterr().out
    assert said.startswith(("tracediff, version ", "Usage: ")) == (name == "__main__")
