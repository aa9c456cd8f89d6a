"""Train the part-of-speech tagger and measure it.

usage: python benchmarks/train_tagger.py TREEBANK.train.conllu TREEBANK.dev.conllu [--epochs 6]
           [--out tracediff/syntax/tagger.bin] [--measure]

TREEBANK is a Universal Dependencies treebank of English with Penn tags, such as
UniversalDependencies/UD_English-GUM. Its sentences are cut again by tracediff's own tokenizer, and
tags follow: a clitic goes with its host ("victim's" NN$), a hyphenated word is one token, an adjective
where it modifies. --measure only measures the weights that are there. The result is the same each time.
"""

from __future__ import annotations

import argparse
import itertools
import random
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracediff.syntax import features, tagger
from tracediff.syntax.closed import direct, normal
from tracediff.text.tokens import tokenise

Sentence = list[tuple[str, str]]
SCALE = 20  # weights are written as whole numbers of 1/20
SEED = 15
UNKNOWN = 0.15  # share of words that are hidden while it learns, as reports have other words

POSSESSIVE = {"NN", "NNS", "NNP", "NNPS"}
# Tags too rare to learn, or of no use to a reader of reports.
MERGED = {"ADD": "NNP", "GW": "NN", "AFX": "JJ", "NFP": ":", "FW": "NN", "LS": "CD"}
MODIFYING = {"amod", "compound", "nmod", "flat"}


# Words that reports are full of and the treebank is not.
LEXICON = {
    "VB|VBP": """abolish accelerate accompany accuse acknowledge acquire adhere administer adopt
    advocate affirm aggregate allege allocate allow amend amortize analyze analyse annul anticipate
    apologize appoint apprehend approve ascertain assess assign assure attain authorize ban bar
    broaden categorize certify circumvent cite coerce collaborate collect combat commence commit
    compel compile complete comply comprise conceal conclude condemn conduct confirm confiscate
    connect consist constitute construct consult contravene contribute convene convict cooperate
    coordinate correct corroborate criminalize decline decrease define delegate deliver denounce
    deny depict deploy deport deprive describe detain deter determine develop diminish disaggregate
    disappear disburse discipline disclose discontinue discriminate dismantle dismiss disperse
    disseminate distribute document eliminate embed emerge emphasize employ empower enable enact
    encourage endorse enforce engage enhance enlarge enroll enrol ensure entail enter equip eradicate
    establish evaluate evict examine exceed exclude execute exempt exist expand expel experience
    explain exploit extend extort extradite facilitate finalize finance fine foster fulfil fulfill
    gather generate grant guarantee halt harass hinder hire identify illustrate impair impede
    implement impose imprison improve incarcerate include incorporate incur indicate indict inflict
    inform inhibit initiate injure inspect instruct integrate intensify interrogate intimidate
    introduce investigate involve issue justify kidnap launch legislate levy liaise license liquidate
    maintain mandate maximize measure migrate minimize mitigate mobilize modify monitor murder
    negotiate nominate notify obey oblige obligate observe obstruct obtain occur omit oppose oppress
    optimize organize originate outline outsource outweigh overcome oversee partner penalize perceive
    perform permit persecute persist pertain pilot possess postpone prefer prescribe preserve presume
    prevail prevent prioritize proceed process procure produce prohibit promote promulgate propose
    prosecute protect prove provide publish punish pursue qualify quantify rape ratify reaffirm
    realize receive recognize recommend reconcile recruit rectify redeem reduce refer refine
    reflect refrain refuse register regulate rehabilitate reimburse reinforce reintegrate reiterate
    reject relate release relocate rely remediate remit remove renew repatriate repeal replace
    reprimand require rescue resettle reside resolve restrict retain retaliate reveal review revise
    revoke safeguard sanction satisfy scrutinize seek select sentence settle signify simplify
    smuggle solicit specify stipulate strengthen strive submit substantiate sue suffer summarize
    supervise supplement supply suppress surrender survey suspend sustain target terminate testify
    threaten torture traffic train transfer transform transition transmit trigger undergo undermine
    undertake update uphold upgrade urge utilize validate verify violate withdraw withhold witness""",
    "NN": """abuse accessibility accountability allegation amendment apprenticeship arbitration
    asylum attorney audit authority bail beneficiary bribery budget caseworker citizenship coercion
    commission complaint compliance confidentiality constitution contractor corruption criteria
    custody database deadline debt defendant delegation detainee detention diligence disability
    disappearance discrimination dismissal ecosystem embezzlement employee employer employment
    enforcement equity exploitation expenditure extortion extradition feedback fiscal footprint
    forecast framework fraud freelancer garment gender governance guideline harassment healthcare
    helpline homicide hotline housing immigration impunity incarceration infrastructure injury
    inmate inspectorate inspector intern inventory jail journalist judiciary jurisdiction juvenile
    kidnapping labor labour landlord lawsuit lawyer legislation legislature litigation livelihood
    logistics maintainer membership methodology migrant migration minister ministry minor misconduct
    mission mortality municipality nationality noncompliance nongovernmental official ombudsman
    ownership parliament payroll penalty perpetrator personnel plaintiff platform police policy
    portfolio poverty prison prisoner probation procurement prosecution prosecutor protocol
    provider publication questionnaire questionnaires ratification receivable recruiter refugee
    regulation regulator relocation remediation repatriation reprisal respondent retailer revenue
    safety sample scheme sector shareholder shelter slavery smuggling software staff stakeholder
    statelessness statute stipend subsidiary subsidy supplier survivor taxpayer tenant terrorism
    trafficking transparency trainee treaty trial tribunal turnover unemployment vaccine verdict
    victim violation violence visa volunteer vulnerability wage warrant welfare whistleblower
    workflow workforce workplace workshop""",
    "JJ": """abusive accountable adequate administrative adverse amicable annual arbitrary
    bilateral civil civilian compulsory confidential constitutional corrupt cruel degrading
    discriminatory disproportionate domestic effective eligible environmental ethical extrajudicial
    federal forensic gender-based gross hazardous homeless humanitarian illegal inadequate
    independent indigenous inhuman inhumane interim internal involuntary judicial lawful
    legislative lesbian mandatory maternal migratory ministerial multilateral municipal national
    noncompliant occupational ongoing operational overdue overtime pending preliminary pretrial
    preventive procedural prosecutorial provincial punitive quarterly racial regional regulatory
    reproductive sanitary sexual societal statutory subsequent sustainable systemic transgender
    transparent undocumented unlawful unpaid unpunished unresolved vulnerable warrantless worldwide""",
    "NN|VB|VBP": """abuse approach arrest attack audit award ban benefit budget cause challenge change charge
    claim comment complaint conduct conflict contact contract control cost damage deal decline decrease
    delay demand design detail document estimate exercise experience export finance fine focus form fund
    grant guarantee harm help hire impact import increase influence interest interview invoice issue
    labor labour launch limit link loan mandate market measure murder need network notice offer order
    partner pay permit pilot plan pledge practice process produce profile progress project protest
    purchase question range rank rate raise record recruit reform register release rent report request
    rescue research result return review risk sample sanction score search sentence service share
    shelter source sponsor spread start state step stop strike study supply support survey suspect
    target tax test threat torture track trade traffic train transfer transition travel trial trend
    trust update upgrade use value view visit volunteer vote waste witness work""",
}


def forms() -> dict[str, str]:
    """The words of the lexicon with their inflected forms, and the tags of each."""
    tags: dict[str, dict[str, None]] = defaultdict(dict)
    for name, words in LEXICON.items():
        for word in words.split():
            tags[word].update(dict.fromkeys(name.split("|")))
            stem = word[:-1] + "i" if word[-1] == "y" and word[-2] not in "aeou" else word
            plural = (
                stem + "es" if stem != word or word.endswith(("s", "sh", "ch", "x")) else word + "s"
            )
            if name != "JJ":
                more = {"NN": ["NNS"], "VB|VBP": ["VBZ"]}.get(name, ["NNS", "VBZ"])
                tags[plural].update(dict.fromkeys(more))
            if "VB" in name:
                tags[stem.removesuffix("e") + "ed"].update(dict.fromkeys(("VBN", "VBD")))
    return {word: "|".join(found) for word, found in tags.items()}


MORE = forms()


class Node(NamedTuple):
    """A word of the treebank, by its characters in the sentence."""

    start: int
    end: int
    number: str
    tag: str
    head: str
    relation: str
    form: str


def nodes(lines: list[str]) -> tuple[str, list[Node]]:
    """The text of a sentence and its words."""
    text = ""
    found = []
    whole, until = 0, ""
    for line in lines:
        number, form, _, _, tag, _, head, relation, _, misc = line.split("\t")
        space = "" if "SpaceAfter=No" in misc else " "
        if "." in number:
            continue
        if "-" in number:
            whole, until = len(text), number.split("-")[1]
            text += form + space
            continue
        if until:
            start, end = whole, whole + len(form)
            whole = end
            if number == until:
                until, end = "", max(end, len(text.rstrip()))
        else:
            start, end = len(text), len(text) + len(form)
            text += form + space
        found.append(Node(start, end, number, tag, head, relation, form))
    return text, found


def joined(parts: list[Node]) -> str:
    """The tag of a token that is several words of the treebank."""
    first, last = parts[0], parts[-1]
    if last.tag == "POS" and len(parts) > 1:
        inner = joined(parts[:-1])
        return f"{inner}$" if inner in POSSESSIVE else "NN$"
    if len(parts) == 1 or last.form.lower().replace("’", "'") in ("n't", "not"):
        return first.tag
    if not any(part.tag == "HYPH" or part.form in "-‑–" for part in parts):
        return f"{first.tag}+{last.tag}" if last.tag in ("VBZ", "VBP", "MD", "PRP") else last.tag
    if last.tag.startswith("NNP"):
        return last.tag
    inside = {part.number for part in parts}
    top = next((part for part in parts if part.head not in inside), last)
    if last.tag in ("VBN", "VBD", "VBG") or (
        last.tag in ("NN", "CD", "RB", "IN") and top.relation in MODIFYING
    ):
        return "JJ"
    return last.tag


def tokens(text: str, words: list[Node]) -> Sentence:
    """The sentence in tracediff's own tokens, with their tags."""
    cut = tokenise(text)
    out = []
    for i in range(cut.size):
        start, end = cut.start[i], cut.end[i]
        inside = [n for n in words if n.start < end and n.end > start]
        given = direct(cut.text[i])
        tag = given or (joined(inside) if inside else "NN")
        out.append((cut.text[i], MERGED.get(tag, tag)))
    return out


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a treebank."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line and line[0] != "#"]
        if lines:
            yield tokens(*nodes(lines))


def headings(sentences: list[Sentence], rng: random.Random) -> Iterator[Sentence]:
    """Some sentences again as headings: in capitals, or with a capital at each word."""
    for sentence in sentences:
        chance = rng.random()
        if chance < 0.03:
            yield [(word.upper(), tag) for word, tag in sentence[:12]]
        elif chance < 0.08:
            yield [(word[:1].upper() + word[1:], tag) for word, tag in sentence[:12]]


def dictionary(sentences: list[Sentence]) -> dict[str, str]:
    """The tags of frequent words, most frequent first, and which words have only one."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in sentence:
            counts[normal(word)][tag] += 1
    known = {}
    for word, tags in sorted(counts.items()):
        total = sum(tags.values())
        lexical = MORE.get(word)
        if (total < 3 and not lexical) or direct(word):
            continue
        often = [tag for tag, n in tags.most_common(3) if n > 0.08 * total]
        sure = len(tags) == 1 and total >= (80 if often[0][:2] in ("NN", "VB", "JJ") else 15)
        if total < 3:
            often = []
        sure = sure and not lexical
        more = lexical.split("|") if lexical else []
        known[word] = "!" * sure + "|".join(dict.fromkeys(often + more))
    return {**MORE, **known}


class Trainer:
    """The averaged perceptron while it learns."""

    def __init__(self, tags: list[str], known: dict[str, str]) -> None:
        self.known = known
        self.model = tagger.Model(tags, known, {}, {})
        self.zero = [0] * len(tags)
        self.weights: dict[str, list[int]] = {}
        self.totals: dict[str, list[int]] = {}
        self.now = 0
        self.own: dict[tuple[str, str], list[str]] = {}
        self.near: dict[tuple[str, str], list[str]] = {}
        self.rng = random.Random(SEED)

    def features(self, i: int, padded: list[str], place: str) -> list[str]:
        classes = self.model.classes
        word = padded[i + 2]
        if (word, place) not in self.own:
            keys = features.own_keys(word, place, classes)
            self.own[word, place] = list(features.features(features.OWN, keys))
        found = list(self.own[word, place])
        if self.rng.random() < UNKNOWN:
            found = [feature for feature in found if feature[0] not in "wcC"]
        for slot, at in zip(features.SLOTS, (i, i + 1, i + 3, i + 4), strict=True):
            key = slot, padded[at]
            if key not in self.near:
                near = features.near_features(padded[at], classes)
                self.near[key] = [slot + feature for feature in near]
            found += self.near[key]
        return found

    def learn(self, sentence: Sentence) -> int:
        """Tag a sentence and mend the weights where it went wrong; how many times it did."""
        wrong = 0
        words = [word for word, _ in sentence]
        places = features.kinds_of_place(words)
        padded = ["", "", *words, "", ""]
        readings = list(map(self.model.reading, words, places))
        ahead = features.look_ahead(readings)
        before = last = "^"
        state = features.State()
        for i, (_, gold) in enumerate(sentence):
            here = readings[i]
            tag = here.only
            if tag is None:
                following = readings[i + 1].group if i + 1 < len(words) else ""
                keys = features.context_keys(
                    before, last, state, here.low, here.group, ahead[i], following
                )
                seen = self.features(i, padded, places[i])
                seen += features.features(features.CONTEXTS, keys)
                rows = [row for f in seen if (row := self.weights.get(f))]
                scores = list(map(sum, zip(*rows, strict=True))) if rows else self.zero
                tag = self.model.tags[scores.index(max(scores))]
                self.now += 1
                if tag != gold and gold in self.model.index:
                    wrong += 1
                    self.update(seen, self.model.index[gold], self.model.index[tag])
            state = features.advance(state, tag, here.role)
            before, last = last, tag
        return wrong

    def update(self, seen: list[str], gold: int, guess: int) -> None:
        for feature in seen:
            row = self.weights.get(feature)
            if row is None:
                row = self.weights[feature] = self.zero.copy()
                self.totals[feature] = self.zero.copy()
            total = self.totals[feature]
            row[gold] += 1
            row[guess] -= 1
            total[gold] += self.now
            total[guess] -= self.now

    def rows(self, least: int) -> dict[str, str]:
        """Averaged weights as text; those of less than ``least`` are left out."""
        out = {}
        for feature in sorted(self.weights):
            pairs = [
                (tag, round(SCALE * (weight - total / self.now)))
                for tag, (weight, total) in enumerate(
                    zip(self.weights[feature], self.totals[feature], strict=True)
                )
                if weight or total
            ]
            kept = [f"{tag}:{weight}" for tag, weight in pairs if abs(weight) >= least]
            if kept:
                out[feature] = " ".join(kept)
        return out


def train(sentences: list[Sentence], epochs: int) -> Trainer:
    """Learn from the sentences, so many times over."""
    rng = random.Random(SEED)
    known = dictionary(sentences)
    lessons = sentences + list(headings(sentences, rng))
    counts = Counter(
        tag for sentence in sentences for word, tag in sentence if direct(word) is None
    )
    tags = sorted(tag for tag, count in counts.items() if count >= 10)
    trainer = Trainer(tags, known)
    for epoch in range(epochs):
        rng.shuffle(lessons)
        wrong = sum(map(trainer.learn, lessons))
        print(f"epoch {epoch + 1}: {wrong} wrong", flush=True)
    return trainer


def write(path: Path, tags: tuple[str, ...], known: dict[str, str], rows: dict[str, str]) -> None:
    """Write the weights as compressed text, a line for each key and one for its value.

    Tags; words and their tags; features and their weights ("tag:weight"); features of neighbours and
    the weights for each slot, with bars between them.
    """
    own = {feature: row for feature, row in rows.items() if not of_neighbour(feature)}
    near: dict[str, list[str]] = defaultdict(lambda: [""] * len(features.SLOTS))
    for feature, row in rows.items():
        if of_neighbour(feature):
            near[feature[1:]][features.SLOTS.index(feature[0])] = row
    slots = {feature: "|".join(cells) for feature, cells in sorted(near.items())}
    columns = (tags, *(itertools.chain(*part.items()) for part in (known, own, slots)))
    path.write_bytes(zlib.compress("\n\n".join(map("\n".join, columns)).encode("utf-8"), 9))


def of_neighbour(feature: str) -> bool:
    """Whether a feature begins with a slot; "b" alone is the one that every token has."""
    return len(feature) > 1 and feature[0] in features.SLOTS


def coarse(tag: str) -> str:
    """The word class of a tag: number of nouns and form of verbs left out."""
    for head in ("NNP", "NN", "VB", "JJ", "RB", "W"):
        if tag.startswith(head):
            return head + "$" * tag.endswith("$")
    return tag


def measure(path: Path, sentences: list[Sentence]) -> None:
    """Print accuracy, the most frequent errors, speed and size."""
    tagger.WEIGHTS = path  # type: ignore[misc]
    started = time.perf_counter()
    tagger.model()
    loading = time.perf_counter() - started
    total = fine = rough = unseen = unseen_right = 0
    errors: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    classes = tagger.model().classes
    for sentence in sentences:
        words = [word for word, _ in sentence]
        for (word, gold), tag in zip(sentence, tagger.tag(words), strict=True):
            total += 1
            fine += tag == gold
            rough += coarse(tag) == coarse(gold)
            if direct(word) is None and normal(word) not in classes:
                unseen += 1
                unseen_right += tag == gold
            if tag != gold:
                errors[gold, tag] += 1
                examples[gold, tag][word] += 1
    print(f"{total} tokens: {fine / total:.2%} fine, {rough / total:.2%} coarse", end="")
    print(f"; of {unseen} rare or unseen {unseen_right / unseen:.2%}")
    for pair, count in errors.most_common(22):
        words = " ".join(w for w, _ in examples[pair].most_common(9))
        print(f"  {count:4} {pair[0]} tagged {pair[1]}: {words}")
    rates = []
    for _ in range(5):
        started = time.perf_counter()
        for sentence in sentences:
            tagger.tag([word for word, _ in sentence])
        rates.append(total / (time.perf_counter() - started))
    print(f"{max(rates):,.0f} tokens a second; loaded in {1000 * loading:.0f} ms", end="")
    print(f"; {path.stat().st_size:,} bytes")


def main() -> None:
    """Train unless told only to measure, then measure."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--least", type=int, default=4)
    parser.add_argument("--out", type=Path, default=tagger.WEIGHTS)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    if not args.measure:
        trainer = train(list(read(args.train)), args.epochs)
        rows = trainer.rows(args.least)
        write(args.out, trainer.model.tags, trainer.known, rows)
    measure(args.out, list(read(args.dev)))


if __name__ == "__main__":
    main()
