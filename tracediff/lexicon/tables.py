"""How a list of words is written down as data: a name, and the forms that stand for it."""

from __future__ import annotations


def table(rows: str) -> dict[str, str]:
    """Read "name: form, form" lines into form → name."""
    found: dict[str, str] = {}
    for row in rows.strip().splitlines():
        name, forms = row.split(":")
        for form in forms.split(","):
            found[form.strip()] = name.strip()
    return found
