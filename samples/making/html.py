"""Blocks in, a web page out: the report among menus, related links and a cookie notice."""

from __future__ import annotations

from html import escape

from making.blocks import Block, cells, runs

_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{title} | Regional Compact Secretariat</title>
<meta name="viewport" content="width=device-width">
<style>nav li {{ display: inline }} table, td {{ border: 1px solid }}</style>
<script>window.visits = ["2019", "2020", "2021"];</script>
</head>
<body class="report">
<div id="cookie-banner" role="dialog" aria-label="Cookies">
<p>We use cookies to count visits. 14 partners may store data for up to 13 months.</p>
<button>Accept all</button> <button>Refuse</button>
</div>
<header class="site-header">
<a href="/">Regional Compact Secretariat</a>
<form action="/search"><label>Search <input name="q"></label> <button>Go</button></form>
<nav aria-label="Main menu">
<ul>
<li><a href="/news">News</a></li>
<li><a href="/members">Members</a></li>
<li><a href="/reports">Reports</a>
<ul><li><a href="/reports/2021">2021</a></li> <li><a href="/reports/2022">2022</a></li></ul></li>
<li><a href="/contact">Contact</a></li>
</ul>
</nav>
</header>
<div class="breadcrumb"><a href="/">Home</a> / <a href="/reports">Reports</a> / Veldania</div>
<div class="layout">
<main id="content">
<article>
{article}
</article>
</main>
<aside class="related">
<h2>Related reports</h2>
<ul>
<li><a href="/k">Forced Labour in Karsenia: 1,120 victims identified in 2022</a></li>
<li><a href="/t">Tolvania closes its last 12 brick kilns</a></li>
<li><a href="/w">What the Watch List means for members</a></li>
</ul>
<h2>Newsletter</h2>
<p>More than 9,000 readers receive our letter every month. Enter your address to join them.</p>
</aside>
</div>
<footer>
<p>© Regional Compact Secretariat. Printed on 100 percent recycled electrons.</p>
<p><a href="/privacy">Privacy</a> · <a href="/imprint">Imprint</a> · Call 116 123 for help.</p>
</footer>
</body>
</html>
"""

_MARK = '<sup id="mark-1"><a href="#note-1">1</a></sup>'
_NOTE = '<p class="footnote" id="note-1"><sup>1</sup> {text} <a href="#mark-1">↩</a></p>'


def make_html(blocks: list[Block]) -> bytes:
    """A page as a site would publish it."""
    title = next(block.text for block in blocks if block.kind == "title")
    caption = next(block.text for block in blocks if block.kind == "caption")
    elements = [_element(kind, texts, caption) for kind, texts in runs(blocks) if kind != "caption"]
    article = "\n".join(elements)
    return _PAGE.format(title=escape(title), article=article).encode()


def _element(kind: str, texts: list[str], caption: str) -> str:
    inner = [escape(text, quote=False).replace("[^1]", _MARK) for text in texts]
    match kind:
        case "title":
            return f"<h1>{inner[0]}</h1>\n{_SHARE}"
        case "heading":
            return f'<h2 id="{texts[0].lower().replace(" ", "-")}">{inner[0]}</h2>'
        case "number" | "bullet":
            tag = "ol" if kind == "number" else "ul"
            return "\n".join([f"<{tag}>", *(f"<li>{text}</li>" for text in inner), f"</{tag}>"])
        case "row":
            return _table(inner, caption)
        case "note":
            return _NOTE.format(text=inner[0])
        case _:
            return "\n".join(f"<p>{text}</p>" for text in inner)


_SHARE = '<ul class="share"><li><a href="#">Share</a></li> <li><a href="#">Print</a></li></ul>'


def _table(rows: list[str], caption: str) -> str:
    heads, *body = (cells(row) for row in rows)
    lines = ["<table>", f"<caption>{caption}</caption>"]
    lines += [f"<thead><tr>{''.join(f'<th>{h}</th>' for h in heads)}</tr></thead>"]
    for label, *values in body:
        row = "".join(f"<td>{value}</td>" for value in values)
        lines.append(f'<tr><th scope="row">{label}</th>{row}</tr>')
    return "\n".join([*lines, "</table>"])
