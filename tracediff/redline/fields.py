"""Fields of a paragraph, which come and go as a whole.

Word tracks changes inside the result of a field, other programs do not: LibreOffice shows the old
result and the new one as one number. So a field whose result is plain text is one piece.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from tracediff.redline.xml import W, make

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINK: Final = "HYPERLINK"  # holds prose, and is a link and no field for other programs
_BETWEEN: Final = frozenset(W + t for t in ("r", "bookmarkStart", "bookmarkEnd", "proofErr"))
_IN_RUNS: Final = frozenset(
    W + t for t in ("rPr", "t", "fldChar", "instrText", "lastRenderedPageBreak")
)


def field_from(element: _Element) -> list[_Element]:
    """The elements of the field that begins with a child of a paragraph; none where none does."""
    if element.tag == W + "fldSimple":
        found = [element]
        code = element.get(W + "instr", "")
        inside = list(element)
    elif element.tag == W + "r" and _marks(element) == ["begin"]:
        found = _to_its_end(element)
        code = "".join(str(one.text or "") for run in found for one in run.iter(W + "instrText"))
        inside = found
    else:
        return []
    plain = all(one.tag in _BETWEEN for one in inside) and all(
        child.tag in _IN_RUNS for one in inside if one.tag == W + "r" for child in one
    )
    return found if plain and code.split()[:1] != [_LINK] else []


def _marks(run: _Element) -> list[str]:
    return [one.get(W + "fldCharType", "") for one in run.findall(W + "fldChar")]


def _to_its_end(begin: _Element) -> list[_Element]:
    """The siblings from the begin of a field to its end; none where that stands elsewhere."""
    found, depth = [begin], 1
    for element in begin.itersiblings():
        found.append(element)
        for mark in _marks(element):
            depth += {"begin": 1, "end": -1}.get(mark, 0)
        if depth == 0:
            return found if _marks(element) == ["end"] else []
    return []


def results(field: list[_Element]) -> list[_Element]:
    """The texts that a field shows, without the results of fields that stand in its code."""
    shown: list[_Element] = []
    in_code: list[bool] = []  # of each field around
    for part in (part for element in field for part in element.iter()):
        match part.get(W + "fldCharType"):
            case "begin":
                in_code.append(True)
            case "separate":
                in_code[-1:] = [False]
            case "end":
                del in_code[-1:]
            case _:
                if part.tag == W + "t" and part.text and not any(in_code[:-1]):
                    shown.append(part)
    return shown


def as_runs(field: list[_Element]) -> list[_Element]:
    """The same field as runs, which can be marked as inserted: a simple field cannot."""
    first = field[0]
    if first.tag != W + "fldSimple":
        return field
    code = make("instrText")
    code.text = first.get(W + "instr", "")
    runs = [_run(make("fldChar", fldCharType="begin")), _run(code)]
    runs += [_run(make("fldChar", fldCharType="separate")), *(deepcopy(one) for one in first)]
    runs.append(_run(make("fldChar", fldCharType="end")))
    for one in runs:
        first.addprevious(one)
    parent = first.getparent()
    assert parent is not None  # stands in a paragraph
    parent.remove(first)
    return runs


def _run(child: _Element) -> _Element:
    run = make("r")
    run.append(child)
    return run
