"""Which table answers to which, and which row to which row."""

from __future__ import annotations

from tracediff.model import Edition, Table, TableLink
from tracediff.text.words import TOKEN, stem


def table_links(old: Edition, new: Edition) -> tuple[TableLink, ...]:
    """Every table in one link: by caption, column heads and row labels."""
    olds, news = ([_Names(t) for t in e.tables] for e in (old, new))
    reach = _ALL if len(olds) * len(news) <= _ALL**2 else _NEAR
    score = {
        (o, n): _alike(old_names, news[n])
        for o, old_names in enumerate(olds)
        for n in range(max(0, o - reach), min(len(news), o + reach + 1))
    }
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for o, n in sorted(score, key=lambda p: (-score[p], abs(p[0] - p[1]), sum(p))):
        if score[o, n] >= _HALF and o not in pairs and n not in taken:
            pairs[o] = n
            taken.add(n)
    out = [
        TableLink(o, n, _rows(old.tables[o], new.tables[n]))
        for o, n in sorted(pairs.items(), key=lambda p: p[1])
    ]
    out += [TableLink(None, n) for n in range(len(news)) if n not in taken]
    out += [TableLink(o, None) for o in range(len(olds)) if o not in pairs]
    return tuple(out)


_ALL = 300  # tables: more than a report has; of so many on each side every pair is looked at
_NEAR = 20  # tables: of more, only those that stand at nearly the same place
_LIST = 8  # labels of rows: two tables that share as many have one list of rows
_HALF = 0.5  # of caption, heads and labels; tables that share less are about something else


class _Names:
    """The words by which a table is recognised."""

    def __init__(self, table: Table) -> None:
        self.caption = _stems(table.caption)
        self.heads = frozenset().union(*(_stems(c.text) for c in table.heads))
        self.labels = frozenset(_label(row[0].text) for row in table.rows if row) - {""}


def _alike(old: _Names, new: _Names) -> float:
    """How much of caption, heads and labels two tables share; a long list of labels is enough.

    The accounts of one year stand in one column, those of the next in four quarters and a total.
    """
    parts = [
        2 * len(a & b) / (len(a) + len(b))
        for a, b in ((old.caption, new.caption), (old.heads, new.heads), (old.labels, new.labels))
        if a or b
    ]
    mean = sum(parts) / len(parts) if parts else 0.0
    return max(mean, parts[-1]) if len(old.labels & new.labels) >= _LIST else mean


def _rows(old: Table, new: Table) -> tuple[tuple[int | None, int | None], ...]:
    free: dict[str, list[int]] = {}
    for at, row in enumerate(old.rows):
        free.setdefault(_label(row[0].text) if row else "", []).append(at)
    out: list[tuple[int | None, int | None]] = []
    for at, row in enumerate(new.rows):
        where = free.get(_label(row[0].text) if row else "")
        out.append((where.pop(0) if where else None, at))
    used = {o for o, _ in out}
    out += [(at, None) for at in range(len(old.rows)) if at not in used]
    return tuple(out)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(t) for t in TOKEN.findall(text) if t[0].isalpha())


def _label(text: str) -> str:
    return " ".join(stem(t) for t in TOKEN.findall(text) if t[0].isalnum())
