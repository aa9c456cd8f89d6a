"""The ruled lines of a page in, out the stacks of level ones that may rule off a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracediff.readers.pdf_cells import Area
from tracediff.readers.pdf_rules import Rule


class Level(NamedTuple):
    """All level rules at one height that touch each other."""

    y: float
    x0: float
    x1: float
    rules: tuple[Rule, ...]


class Stack(NamedTuple):
    """Level rules of about one width below each other, and the upright ones among them."""

    levels: tuple[Level, ...]
    uprights: tuple[Rule, ...]

    @property
    def area(self) -> Area:
        """The box around its level rules."""
        return Area(
            min(level.x0 for level in self.levels),
            self.levels[0].y,
            max(level.x1 for level in self.levels),
            self.levels[-1].y,
        )


_FAR = 130.0  # points between two rules of one table that have nothing else in common
_FURTHEST = 500.0  # between two of the same width; a cell may fill most of a page
_OPEN = 60  # stacks that a level rule may go on with; underlined words make many short ones
_DRAWING = 1000  # level rules from which a page is a drawing; a full page of rows has 100


def stacks(rules: Sequence[Rule]) -> list[Stack]:
    """Level rules of about one width below each other."""
    levels = _levels([r for r in rules if r.level])
    uprights = [r for r in rules if not r.level]
    if len(levels) > _DRAWING or len(uprights) > 2 * _DRAWING:
        return []
    open_stacks: list[list[Level]] = []
    for level in levels:
        for stack in reversed(open_stacks[-_OPEN:]):
            if _belongs(level, stack, uprights):
                stack.append(level)
                break
        else:
            open_stacks.append([level])
    made = []
    for stack in open_stacks:
        whole = Stack(tuple(stack), ())
        area = whole.area
        if len(stack) >= 3 and area.bottom - area.top > 15 and area.x1 - area.x0 > 60:
            inside = [
                r
                for r in uprights
                if area.x0 - 3 <= r.x0 <= area.x1 + 3 and r.y1 > area.top and r.y0 < area.bottom
            ]
            made.append(Stack(tuple(stack), tuple(inside)))
    return made


def _levels(rules: Sequence[Rule]) -> list[Level]:
    heights: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (r.y0, r.x0)):
        if heights and rule.y0 - heights[-1][0].y0 <= 1.6:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    levels = []
    for height in heights:
        run: list[Rule] = []
        for rule in sorted(height):
            if run and rule.x0 - max(r.x1 for r in run[-8:]) > 8:
                levels.append(_level(run))
                run = []
            run.append(rule)
        levels.append(_level(run))
    return [level for level in levels if level.x1 - level.x0 > 15]


def _level(run: Sequence[Rule]) -> Level:
    y = sum(r.y0 for r in run) / len(run)
    return Level(y, min(r.x0 for r in run), max(r.x1 for r in run), tuple(run))


def _belongs(level: Level, stack: Sequence[Level], uprights: Sequence[Rule]) -> bool:
    """Whether a level rule goes on with a stack above it."""
    near = (stack[0], *stack[-30:])
    x0 = min(other.x0 for other in near)
    x1 = max(other.x1 for other in near)
    shared = min(level.x1, x1) - max(level.x0, x0)
    if shared < 0.85 * min(level.x1 - level.x0, x1 - x0):
        return False
    if shared < 0.9 * max(level.x1 - level.x0, x1 - x0):
        flush = abs(level.x1 - x1) < 4 or abs(level.x0 - x0) < 4
        if not flush or level.y - stack[-1].y > _FAR / 2:
            return False
    last = stack[-1].y
    same = abs(level.x0 - x0) < 3 and abs(level.x1 - x1) < 3
    if level.y - last <= (_FURTHEST if same else _FAR):
        return True
    return any(r.y0 <= last + 4 and r.y1 >= level.y - 4 and x0 - 3 <= r.x0 <= x1 + 3
               for r in uprights)  # fmt: skip
