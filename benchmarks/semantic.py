"""Whether a sentence embedding would pair what the alignment leaves unpaired: figures for each model.

    python benchmarks/semantic.py MODEL[,MODEL...] GOLD REPORT [GOLD REPORT ...]

REPORT is what ``compare --format json`` prints, GOLD names its true couples. A model is a folder with
``tokenizer.json`` and one ``*.safetensors``: a BERT or MPNet encoder, or a single matrix of static word
vectors. Needs numpy, tokenizers and safetensors, and reads nothing but those files.

First how the partner that was missed ranks by cosine, beside the nearest free sentence of those that
have no partner; then what a further pass would do that links free sentences which are each other's
nearest in the whole report, from a least cosine and a least lead over the next.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean, median
from typing import Any, NamedTuple

import numpy as np

Pair = tuple[int, int]
Vectors = Any  # numpy arrays; numpy is no dependency of the project, so nothing here is checked


def main(models: str, *files: str) -> None:
    cases = [Case.of(Path(g), Path(r)) for g, r in zip(files[::2], files[1::2], strict=True)]
    for folder in models.split(","):
        embed = encoder(Path(folder))
        print(f"## {Path(folder).name}")
        for case in cases:
            alike = cosines(embed, case)
            print(f"{case.name}\n  {ranks(case, alike)}")
            for line in further_pass(case, alike):
                print(f"  {line}")


class Case(NamedTuple):
    """A report with its gold: the texts, the couples that changed, who has a partner, who has none.

    ``made`` holds the pairs of the report.
    """

    name: str
    old: list[str]
    new: list[str]
    couples: list[set[Pair]]
    paired: tuple[set[int], set[int]]
    loners: tuple[set[int], set[int]]
    made: set[Pair]

    @classmethod
    def of(cls, gold_file: Path, report_file: Path) -> Case:
        gold, report = (json.loads(f.read_text(encoding="utf-8")) for f in (gold_file, report_file))
        old, new = ([s["text"] for s in report[side]["sentences"]] for side in ("old", "new"))
        at_old, at_new = (
            {s["id"]: at for at, s in enumerate(report[side]["sentences"])}
            for side in ("old", "new")
        )
        return cls(
            gold_file.stem.removeprefix("alignment-"),
            old,
            new,
            [
                {(o, n) for o in holding(old, p["old"]) for n in holding(new, p["new"])}
                for p in gold["pairs"]
                if p["kind"] != "identical"
            ],
            (
                set().union(*(holding(old, p["old"]) for p in gold["pairs"])),
                set().union(*(holding(new, p["new"]) for p in gold["pairs"])),
            ),
            (
                set().union(*(holding(old, anchor) for anchor in gold["unpaired_old"])),
                set().union(*(holding(new, anchor) for anchor in gold["unpaired_new"])),
            ),
            {
                (at_old[o], at_new[n])
                for g in report["alignment"]
                for o in g["old"]
                for n in g["new"]
            },
        )

    @property
    def free(self) -> tuple[list[int], list[int]]:
        """The sentences of either side that are in no pair."""
        olds, news = {o for o, _ in self.made}, {n for _, n in self.made}
        return (
            [o for o in range(len(self.old)) if o not in olds],
            [n for n in range(len(self.new)) if n not in news],
        )


def holding(texts: list[str], anchor: str) -> set[int]:
    return {at for at, text in enumerate(texts) if _squash(anchor) in _squash(text)}


def _squash(text: str) -> str:
    text = " ".join(text.split()).replace("- ", "-")
    return re.sub(r"[“”]", '"', re.sub(r"[’‘]", "'", text)).casefold()


def cosines(embed: Callable[[str], Vectors], case: Case) -> Vectors:
    """Every old sentence by every new one; rounded, so that ties fall alike on every machine."""
    sides = [np.stack([embed(text) for text in texts]) for texts in (case.old, case.new)]
    old, new = (side / np.linalg.norm(side, axis=1, keepdims=True) for side in sides)
    return np.round(old @ new.T, 4)


def ranks(case: Case, alike: Vectors) -> str:
    """How the missed partners rank, and how near the nearest stranger is to those without one."""
    missed = [sorted(couple)[0] for couple in case.couples if couple and not couple & case.made]
    forth = [1 + int((alike[o] > alike[o, n]).sum()) for o, n in missed]
    back = [1 + int((alike[:, n] > alike[o, n]).sum()) for o, n in missed]
    olds, news = case.free
    near = [alike[o, news].max() for o in sorted(case.loners[0] & set(olds))]
    near += [alike[olds, n].max() for n in sorted(case.loners[1] & set(news))]
    if not missed or not near:
        return f"{len(missed)} missed, {len(near)} without a partner: nothing to set against each other"
    return (
        f"{len(missed)} missed: cosine {median(alike[o, n] for o, n in missed):.2f},"
        f" MRR {fmean(1 / r for r in forth):.2f} old to new, {fmean(1 / r for r in back):.2f} back,"
        f" first both ways {sum(f == b == 1 for f, b in zip(forth, back, strict=True))};"
        f" {len(near)} without a partner: nearest free {median(near):.2f}"
    )


def further_pass(case: Case, alike: Vectors) -> Iterator[str]:
    """Right and wrong pairs that a further pass would add, and the F1 of changed pairs with them."""
    yield f"as it is: F1 {_f1(case, case.made):.3f}"
    for least in (0.45, 0.55, 0.65):
        for lead in (0.0, 0.05, 0.1):
            added = {pair for pair in nearest(case, alike, least, lead) if _named(case, pair)}
            right = sum(any(pair in couple for couple in case.couples) for pair in added)
            yield (
                f"cosine from {least}, lead {lead}: {right} right, {len(added) - right} wrong,"
                f" F1 {_f1(case, case.made | added):.3f}"
            )


def nearest(case: Case, alike: Vectors, least: float, lead: float) -> Iterator[Pair]:
    """Free sentences of some words that are each other's nearest of all, by a lead over the next."""
    olds, news = case.free
    for o in olds:
        n = int(alike[o].argmax())
        if (
            n in news
            and alike[o, n] >= least
            and min(map(_words, (case.old[o], case.new[n]))) >= _FEW
        ):
            rest = np.concatenate([np.delete(alike[o], n), np.delete(alike[:, n], o)])
            if alike[o, n] - rest.max() >= lead:
                yield o, n


_FEW = 6  # words; a heading or a cell is near to any other


def _words(text: str) -> int:
    return len(text.split())


def _named(case: Case, pair: Pair) -> bool:
    """Whether the gold speaks of a sentence of the pair, so that it says right or wrong."""
    return any(at in case.paired[side] | case.loners[side] for side, at in enumerate(pair))


def _f1(case: Case, made: set[Pair]) -> float:
    """F1 over pairs of differing texts that touch a sentence which the gold names."""
    made = {(o, n) for o, n in made if _named(case, (o, n)) and case.old[o] != case.new[n]}
    hits = {pair for couple in case.couples for pair in couple & made}
    precision = len(hits) / len(made)
    recall = sum(bool(couple & made) for couple in case.couples) / len(case.couples)
    return 2 * precision * recall / (precision + recall)


def encoder(folder: Path) -> Callable[[str], Vectors]:
    """The model in a folder, as a function from a text to its vector."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(256)
    weights = {
        re.sub(r"^(?:bert|mpnet)\.", "", name): matrix.astype(np.float32)
        for name, matrix in load_file(next(folder.glob("*.safetensors"))).items()
    }
    if len(weights) == 1:
        (matrix,) = weights.values()
        return lambda text: matrix[
            tokenizer.encode(text, add_special_tokens=False).ids or [0]
        ].mean(0)
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    transformer = Transformer(weights, config["num_attention_heads"], config["layer_norm_eps"])
    return lambda text: transformer(tokenizer.encode(text).ids)


_BERT = ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm")
_MPNET = ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm")


class Transformer:
    """The encoder of BERT (Devlin and others 2018) or MPNet (Song and others 2020), mean of its tokens."""

    def __init__(self, weights: dict[str, Vectors], heads: int, epsilon: float) -> None:
        self.weights, self.heads, self.epsilon = weights, heads, epsilon
        self.mpnet = "encoder.relative_attention_bias.weight" in weights
        self.names = [f"attention.{name}" for name in (_MPNET if self.mpnet else _BERT)]

    def __call__(self, ids: list[int]) -> Vectors:
        table, layer = self.weights, 0
        start = 2 if self.mpnet else 0  # MPNet counts positions from behind its padding mark
        x = table["embeddings.word_embeddings.weight"][ids]
        x = x + table["embeddings.position_embeddings.weight"][start : start + len(ids)]
        bias: Vectors = 0.0
        if self.mpnet:
            bias = table["encoder.relative_attention_bias.weight"][_distances(len(ids))]
            bias = bias.transpose(2, 0, 1)
        else:
            x = x + table["embeddings.token_type_embeddings.weight"][0]
        x = self._even(x, "embeddings.LayerNorm")
        while f"encoder.layer.{layer}.output.dense.weight" in table:
            x = self._layer(x, f"encoder.layer.{layer}.", bias)
            layer += 1
        return x.mean(0)

    def _layer(self, x: Vectors, prefix: str, bias: Vectors) -> Vectors:
        q, k, v, out, even = (prefix + name for name in self.names)
        heads = [
            self._linear(x, name).reshape(len(x), self.heads, -1).transpose(1, 0, 2)
            for name in (q, k, v)
        ]
        scores = heads[0] @ heads[1].transpose(0, 2, 1) / heads[0].shape[-1] ** 0.5 + bias
        share = np.exp(scores - scores.max(-1, keepdims=True))
        share /= share.sum(-1, keepdims=True)
        seen = (share @ heads[2]).transpose(1, 0, 2).reshape(len(x), -1)
        x = self._even(x + self._linear(seen, out), even)
        inner = _gelu(self._linear(x, prefix + "intermediate.dense"))
        return self._even(
            x + self._linear(inner, prefix + "output.dense"), prefix + "output.LayerNorm"
        )

    def _linear(self, x: Vectors, name: str) -> Vectors:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _even(self, x: Vectors, name: str) -> Vectors:
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + self.epsilon)
        return x * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]


def _distances(length: int, half: int = 16, far: int = 128) -> Vectors:
    """MPNet's classes of distance between tokens: each near one its own, far ones by logarithm."""
    behind = np.arange(length)[:, None] - np.arange(length)[None, :]
    away, near = np.abs(behind), half // 2
    logs = np.log(np.maximum(away, 1) / near) / np.log(far / near) * (half - near)
    classes = np.where(away < near, away, np.minimum(near + logs.astype(int), half - 1))
    return classes + (behind < 0) * half


def _gelu(x: Vectors) -> Vectors:
    """By Abramowitz and Stegun's 7.1.26 for the error function, right to seven digits."""
    t = 1 / (1 + 0.3275911 * np.abs(x) / 2**0.5)
    terms = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
    tail = sum(a * t ** (i + 1) for i, a in enumerate(terms)) * np.exp(-x * x / 2)
    return x * np.where(x < 0, tail, 2 - tail) / 2


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
