"""What a source says, in the form that tests compare."""

from __future__ import annotations

from tracediff.model import Block, Source


def said(source: Source, block: Block) -> str:
    """The text of a block without its cuts, on one line."""
    kept, at = [], block.span.start
    for start, end in block.cuts:
        kept.append(source.text[at:start])
        at = max(at, end)
    kept.append(source.text[at : block.span.end])
    return " ".join("".join(kept).split())


def told(source: Source) -> list[tuple[str, str]]:
    """The kind and text of each block, tables as their rows with bars between the cells."""
    pairs = []
    for block in source.blocks:
        if block.rows:
            pairs += [("row", " | ".join(cell.text for cell in row)) for row in block.rows]
        else:
            pairs.append((str(block.kind), said(source, block)))
    return pairs


def spans_hold(source: Source) -> bool:
    """Whether every span lies in the text, in order, and cells stand where they say."""
    last = 0
    for block in source.blocks:
        if not last <= block.span.start <= block.span.end <= len(source.text):
            return False
        last = block.span.end
        if any(not block.span.start <= a <= b <= block.span.end for a, b in block.cuts):
            return False
        for row in block.rows:
            for cell in row:
                words = source.text[cell.span.start : cell.span.end].split()
                if any(word not in " ".join(words) for word in cell.text.split()[:1]):
                    return False
    return True


def paragraphs(source: Source) -> list[str]:
    """The words of each paragraph."""
    return [words for kind, words in told(source) if kind == "paragraph"]
