"""Write docs/api.md from the docstrings of the public names.

python docs/make_api.py           write the page
python docs/make_api.py --check   fail if the page is not what it would be
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

import tracediff
from tracediff.config.public import PUBLIC

PAGE = Path(__file__).parent / "api.md"
FUNCTIONS = (
    "compare", "check", "read", "read_text", "timeline", "portfolio", "extract_facts",
    "align_sentences", "changed_words", "meaning_change",
)  # fmt: skip
CLASSES = (
    "Report", "Story", "Finding", "Edition", "Fact", "Link", "Timeline", "Portfolio", "Settings",
    "InputError", "TracediffError",
)  # fmt: skip
HEAD = """\
# In Python

Made from the docstrings by `docs/make_api.py`; the examples run in a test, after
`from tracediff import *`. A tour with figures is the notebook [tour.ipynb](tour.ipynb).

Everything below is a name of the package `tracediff`, imported when it is first used. All that
comes back is frozen. A call prints nothing, looks up no configuration, reaches no network and
forks no process, unless `parallel=True` asks for one. What a user can put right is raised as
`InputError`: one line with the file and the cure.
"""


def page() -> str:
    """The whole page."""
    missing = set(tracediff.__all__) ^ {*FUNCTIONS, *CLASSES}
    assert not missing, f"say in docs/make_api.py where these belong: {missing}"
    parts = [HEAD, "## Functions\n"]
    parts += [_function(name, getattr(tracediff, name)) for name in FUNCTIONS]
    parts.append("## What they give\n")
    parts += [_class(name, getattr(tracediff, name)) for name in CLASSES]
    return "\n".join(parts)


def _function(name: str, function: Any, level: str = "###") -> str:
    signature = str(inspect.signature(function))
    signature = re.sub(r"<function <lambda> at 0x\w+>", "…", signature)
    signature = signature.replace("= ''", '= ""').replace("'", "")
    shown = f"{name}{signature}"
    if len(shown) > 90:
        inside = re.sub(r", (?=\w+:|\*)", ",\n    ", signature[1 : signature.rindex(") ->")])
        shown = f"{name}(\n    {inside},\n){signature[signature.rindex(') ->') + 1 :]}"
    return f"{level} {name}\n\n```\n{shown}\n```\n\n{_said(function)}\n"


def _said(documented: Any) -> str:
    """A docstring as Markdown: its examples as code, its names in one kind of quotes."""
    text = inspect.getdoc(documented) or ""
    out: list[str] = []
    inside = False
    for line in text.splitlines():
        if line.startswith(">>>") and not inside:
            out.append("```pycon")
            inside = True
        elif inside and not line.strip():
            out.append("```")
            inside = False
        out.append(line if inside else line.replace("``", "`"))
    return "\n".join([*out, "```"] if inside else out)


def _class(name: str, kind: type) -> str:
    lines = [f"### {name}", "", _said(kind), ""]
    if name == "Settings":
        lines += list(_settings())
    elif is_dataclass(kind):
        lines += ["| field | type |", "|---|---|"]
        lines += [f"| `{f.name}` | `{f.type}` |" for f in fields(kind)]
        lines.append("")
    for own, member in vars(kind).items():
        if own.startswith("_"):
            continue
        if isinstance(member, property):
            said = (inspect.getdoc(member) or "").split("\n\n")[0].replace("\n", " ")
            lines.append(f"- `.{own}`: {said.replace('``', '`')}")
    lines.append("")
    for own, member in vars(kind).items():
        if isinstance(member, FunctionType) and not own.startswith("_"):
            lines.append(_function(own, member, "####"))
    return "\n".join(lines)


def _settings() -> Iterator[str]:
    """The settings that a caller may rely on."""
    yield "```python"
    yield "from dataclasses import replace"
    yield "from tracediff import Settings, compare"
    yield ""
    yield "settings = Settings()"
    yield 'reading = replace(settings.reading, tracked_changes="reject")'
    yield 'compare("old.docx", "new.docx", settings=replace(settings, reading=reading))'
    yield "```"
    yield ""
    yield "These keys stay; all others may change with any version."
    yield ""
    yield "| group | key | default |"
    yield "|---|---|---|"
    settings = tracediff.Settings()
    for group, keys in PUBLIC.items():
        for key in keys:
            yield f"| `{group}` | `{key}` | `{getattr(getattr(settings, group), key)!r}` |"
    yield ""


if __name__ == "__main__":
    made = page()
    if "--check" in sys.argv[1:]:
        sys.exit(PAGE.read_text(encoding="utf-8") != made and "docs/api.md: run docs/make_api.py")
    PAGE.write_text(made, encoding="utf-8")
