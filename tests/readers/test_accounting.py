"""Every character of a file is read or listed, and one that changes makes a difference."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.readers import docx_maker, odt_maker
from tracediff.errors import InputError
from tracediff.model import LinkKind, Source
from tracediff.pipeline import compare, read
from tracediff.readers import read_source

MARKDOWN = """---
title: Harbour report
---
# Harbour report

The office fined <WORD> owners in March, and 45 paid ~300 francs each.

!!! note "WORD title"
    Crews of 12 ships left WORD.

<details><summary>WORD more</summary>
It rained on 9 days.
</details>

<!-- reviewer: WORD -->

| Port WORD | 2022 |
|---|---|
| Orsk | <5 |
| Lume WORD | ✓ |

```
code = WORD
```

![WORD picture](a.png) Ships came.[^1] WORD came too.

Term WORD
: meaning WORD

[^1]: Counted in WORD.

- one WORD
    - two WORD
        - three WORD

    set in by hand WORD with four more words here

> [!NOTE]
> Quoted WORD.

<table><caption>WORD caption</caption><tr><td>a WORD</td><td>5</td></tr>
<tr><td>b</td><td>6 WORD</td></tr></table>

::: warning
Inside WORD.
:::

## Last WORD
""".replace("<WORD>", "WORD")

HTML = """<!doctype html><html><head><title>Harbour</title></head><body>
<nav>menu WORD</nav>
<div id="cookie-banner"><p>We use cookies WORD.</p><button>OK WORD</button></div>
<!-- comment WORD --><main><h1>Report WORD</h1>
<p>The office fined 45 owners in March, and all of them paid for it WORD.</p>
<p hidden>hidden WORD</p><div role="tabpanel" hidden><p>tab WORD</p></div>
<table><caption>cap WORD</caption><tr><th>Port WORD</th><th>2022</th></tr>
stray WORD<tr><td>Orsk</td><td>5 WORD<sup>2</sup></td></tr></table>
<dl><dt>Owners WORD</dt><dd>45</dd></dl><figure><img src=a alt="alt WORD"><figcaption>fig WORD
</figcaption></figure><svg><text>drawn WORD</text></svg><embed src=x><p>after WORD</p>
<noscript>no script WORD</noscript><details><summary>more WORD</summary><p>in WORD</p></details>
<h2>open WORD<p>para WORD</p><div class="share">Share WORD</div>
<select><option>choice WORD</option></select><del>gone WORD</del><math><mn>60</mn></math></main>
<aside>aside WORD</aside><footer>foot WORD</footer></body></html>"""


def docx(words: list[str]) -> bytes:
    fill = iter(words)
    para, run = docx_maker.para, docx_maker.run
    box = f"<w:r><w:pict><w:txbxContent>{para(run(next(fill)))}</w:txbxContent></w:pict></w:r>"
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{next(fill)}</w:t></w:r>"
    header = f'<w:hdr xmlns:w="{docx_maker.NAMESPACE}">{para(run(next(fill)))}</w:hdr>'
    return docx_maker.docx(
        [
            para(run(f"Harbour {next(fill)}"), style="heading1"),
            para(run("The office fined 45 owners "), run(next(fill)), docx_maker.mark(1), hidden),
            f'<w:p><w:fldSimple w:instr="X">{run(next(fill))}</w:fldSimple>{box}</w:p>',
            f"<w:sdt><w:sdtContent>{para(run(next(fill)))}</w:sdtContent></w:sdt>",
            para(docx_maker.deleted(next(fill)), docx_maker.inserted(next(fill))),
            docx_maker.table([["Port", "2022"], ["Orsk", f"5 {next(fill)}"]]),
        ],
        footnotes=[f"Counted {next(fill)}"],
        header1=header,
    )


def odt(words: list[str]) -> bytes:
    fill = iter(words)
    para = odt_maker.para
    box = f"<draw:frame><draw:text-box>{para(next(fill))}</draw:text-box></draw:frame>"
    comment = f"<office:annotation>{para(next(fill))}</office:annotation>"
    index = f"<text:table-of-content><text:index-body>{para(next(fill))}</text:index-body>"
    return odt_maker.odt(
        [
            odt_maker.head(f"Harbour {next(fill)}"),
            para(f"The office fined 45 owners {next(fill)}{odt_maker.note(1, next(fill))}"),
            para(f"Box{box}{comment}"),
            f"{index}</text:table-of-content>",
            odt_maker.items(f"one {next(fill)}", "two"),
            odt_maker.table([["Port", "2022"], ["Orsk", f"5 {next(fill)}"]]),
        ],
        styles=f"<style:header>{para(next(fill))}</style:header>",
    )


def filled(page: str) -> Callable[[list[str]], bytes]:
    def fill(words: list[str]) -> bytes:
        given = iter(words)
        return re.sub("WORD", lambda _: next(given), page).encode()

    return fill


MAKERS: dict[str, tuple[Callable[[list[str]], bytes], int]] = {
    "md": (filled(MARKDOWN), MARKDOWN.count("WORD")),
    "html": (filled(HTML), HTML.count("WORD")),
    "docx": (docx, 11),
    "odt": (odt, 9),
}
SHORT, LONG = "zq", "zqzqzqzq"


def shown(source: Source) -> str:
    """All text that blocks show, in any order."""
    parts = []
    for block in source.blocks:
        cells = [cell.text for row in block.rows for cell in row]
        cells += [block.caption.text] if block.caption else []
        edges = [block.span.start, *(at for cut in block.cuts for at in cut), block.span.end]
        texts = [source.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
        parts += cells if block.rows else texts
    return " ".join(parts)


@pytest.mark.parametrize("form", MAKERS)
def test_every_word_of_a_file_is_read_or_counted_as_left_out(form: str, tmp_path: Path) -> None:
    make, places = MAKERS[form]
    for at in range(places):
        sizes = []
        for word in (SHORT, LONG):
            words = [f"w{n}" for n in range(places)]
            words[at] = word
            path = tmp_path / f"report.{form}"
            path.write_bytes(make(words))
            source = read_source(str(path))
            left = sum(one.characters for one in source.left_out)
            sizes.append((word in shown(source).split() or word in shown(source), left))
        (read_short, left_short), (read_long, left_long) = sizes
        assert read_short == read_long
        assert left_long - left_short == (0 if read_long else len(LONG) - len(SHORT)), at


CHANGES = ("45 7", "< >", "✓ ✗", "² ³", "🟢 🔴", "a e", "& +")
BASES = {
    "md": "# Kept {} here\n\nIn the port {} was seen by all.\n\n"
    "| Port | Kind {} |\n|---|---|\n| Orsk | x {} |\n| Lume | y |\n\n"
    "The end.[^1]\n\n[^1]: Noted {} there.\n",
    "html": "<main><h1>Kept {} here</h1><p>In the port {} was seen by all.</p><table>"
    "<caption>Told {} of it</caption><tr><th>Port</th><th>Kind {}</th></tr><tr><td>Orsk</td>"
    "<td>x {}</td></tr><tr><td>Lume</td><td>y</td></tr></table>"
    '<div class="footnotes"><p>Noted {} there.</p></div></main>',
}


def plain(words: list[str]) -> list[bytes]:
    """A Word file and an OpenDocument text with these words in five places."""
    head, words[0] = words[0], f"In the port {words[1]} was seen by all."
    rows = [["Port", f"Kind {words[2]}"], ["Orsk", f"x {words[3]}"], ["Lume", "y"]]
    noted = f"Noted {words[4]} there."
    para, run = docx_maker.para, docx_maker.run
    return [
        docx_maker.docx(
            [
                para(run(f"Kept {head} here"), style="heading1"),
                para(run(words[0]), docx_maker.mark(1)),
                docx_maker.table(rows),
            ],
            footnotes=[noted],
        ),
        odt_maker.odt(
            [
                odt_maker.head(f"Kept {head} here"),
                odt_maker.para(words[0] + odt_maker.note(1, noted)),
                odt_maker.table(rows),
            ]
        ),
    ]


def variants() -> Iterator[tuple[str, bytes, bytes]]:
    for change in CHANGES:
        sides = [f"10{sign}" for sign in change.split()]
        coded = [side.replace("&", "&amp;").replace("<", "&lt;") for side in sides]
        for form, base in BASES.items():
            for at in range(base.count("{}")):
                words = ["w"] * base.count("{}")
                old, new = (
                    base.format(*words[:at], one, *words[at + 1 :]).encode()
                    for one in (coded if form == "html" else sides)
                )
                yield form, old, new
        for at in range(5):
            words = ["w"] * 5
            olds, news = (plain([*words[:at], one, *words[at + 1 :]]) for one in coded)
            yield from zip(("docx", "odt"), olds, news, strict=True)


@pytest.mark.parametrize(("form", "old", "new"), list(variants()), ids=lambda _: "")
def test_one_changed_character_makes_a_difference(
    form: str, old: bytes, new: bytes, tmp_path: Path
) -> None:
    paths = tmp_path / f"old.{form}", tmp_path / f"new.{form}"
    for path, data in zip(paths, (old, new), strict=True):
        path.write_bytes(data)
    report = compare(read(str(paths[0])), read(str(paths[1])))
    changed = any(link.kind is not LinkKind.KEPT for link in report.links)
    assert changed or report.findings


@pytest.mark.parametrize("form", MAKERS)
def test_a_damaged_file_is_read_or_refused_in_one_line(form: str, tmp_path: Path) -> None:
    make, places = MAKERS[form]
    data = make([f"w{n}" for n in range(places)])
    chance = random.Random(form)
    path = tmp_path / f"report.{form}"
    for _ in range(40):
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + chance.randbytes(3) + data[at + chance.randrange(40) :])
        try:
            source = read_source(str(path))
        except InputError as error:
            assert "\n" not in str(error)
        else:
            assert all(one.characters > 0 for one in source.left_out)
