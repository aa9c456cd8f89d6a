"""What docs/ci.md and docs/configuration.md say is so."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

from tests.cli.inside import tracediff
from tracediff.cli.check import check
from tracediff.cli.options import FormatAndFile
from tracediff.config import GROUPS, TABLES
from tracediff.config.toml_tables import Check, Pair
from tracediff.model import Waiver

DOCS = Path(__file__).parent.parent / "docs"
CI = (DOCS / "ci.md").read_text(encoding="utf-8")
CONFIGURATION = (DOCS / "configuration.md").read_text(encoding="utf-8")


def test_every_format_of_the_check_is_documented() -> None:
    option = next(p for p in check.params if p.name == "formats")
    assert isinstance(option.type, FormatAndFile)
    table = CI[CI.index("## Formats") : CI.index("## GitHub")]
    for name in option.type.formats:
        assert f"`{name}`" in table


def test_every_table_and_key_is_documented() -> None:
    for name in (*TABLES, *GROUPS):
        assert re.search(rf"`?\[+{name}\]+", CONFIGURATION), name
    for owner in (Check, Pair):
        for one in fields(owner):
            assert f"`{one.name}`" in CONFIGURATION, one.name
    inner = {"fingerprints", "file", "line", "baseline", "since"}
    for one in fields(Waiver):
        assert one.name in inner or re.search(rf"\b{one.name} = |`{one.name}`", CONFIGURATION)


def test_the_examples_of_the_configuration_are_accepted(tmp_path: Path) -> None:
    examples = re.findall(r"```toml\n(.*?)```", CONFIGURATION, re.DOTALL)
    assert len(examples) >= 3
    for example in examples:
        tomllib.loads(example)
        (tmp_path / "tracediff.toml").write_text(example, encoding="utf-8")
        ended = tracediff("config", folder=tmp_path)
        assert ended.status == 0, ended.err


def test_what_is_said_of_mistakes_is_what_is_printed(tmp_path: Path) -> None:
    text = (
        "[detecting]\nsmal = 1\n[ledger]\nlinked = 0.5\n"
        "[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa:1'\nreason = 'Agreed.'\n"
        "[[waiver]]\nfingerprint = 'aaaaaaaaaaaaaaaa:2'\nreason = 'TBD'\n"
    )
    (tmp_path / "tracediff.toml").write_text(text, encoding="utf-8")
    ended = tracediff("config", folder=tmp_path)
    assert ended.status == 2
    for line in ended.err.splitlines():
        assert line in CONFIGURATION
    assert ended.err.count("\n") == 3
