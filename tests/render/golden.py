"""Golden text: compared in full, and what came out instead is saved beside it."""

from __future__ import annotations

from pathlib import Path

GOLDEN = Path(__file__).parents[1] / "golden"


def check(name: str, text: str) -> None:
    """Compare with ``tests/golden/<name>``; a mismatch saves ``tests/golden/actual/<name>``.

    To accept a change, copy the saved file over the golden one.
    """
    path, actual = GOLDEN / name, GOLDEN / "actual" / name
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    if text != expected:
        actual.parent.mkdir(exist_ok=True)
        actual.write_text(text, encoding="utf-8")
    assert text == expected, f"{name} differs; see {actual}"
    actual.unlink(missing_ok=True)
