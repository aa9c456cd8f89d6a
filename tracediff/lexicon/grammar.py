"""Closed classes of English words, and the few open ones that a noun phrase stops at.

Used to find where the thing counted ends ("412 seasonal farm workers | and paid …") without
a parser. The verbs are those that follow a noun in reports and whose form does not show that they
are verbs; regular past forms need no list.
"""

from __future__ import annotations

from typing import Final

DETERMINERS: Final[frozenset[str]] = frozenset(
    "the a an this that these those its their his her our your my some any each every all "
    "both either neither no such another whose which what".split()
)

PREPOSITIONS: Final[frozenset[str]] = frozenset(
    "of in on at by for from to with without within into onto upon over under above below "
    "between among amongst across through throughout during before after since until till "
    "against about around near via per toward towards despite due because including like as "
    "than up down out off along beyond behind beside besides inside outside regarding "
    "concerning versus vs amid following plus abroad nationwide overall worldwide annually "
    "respectively each".split()
)

CONJUNCTIONS: Final[frozenset[str]] = frozenset(
    "and or but nor yet so while whereas although though if unless when whenever where "
    "wherever because once".split()
)

PRONOUNS: Final[frozenset[str]] = frozenset(
    "i you he she it we they me him us them who whom which that there here what itself "
    "themselves himself herself".split()
)

AUXILIARIES: Final[frozenset[str]] = frozenset(
    "is are was were be been being am has have had having do does did done will would shall "
    "should can could may might must cannot not n't".split()
)

# Finite verbs and participles without -ed, and base forms, that come after a noun in reports.
VERBS: Final[frozenset[str]] = frozenset(
    "saw grew rose fell made took held went met ran led left lost won began became came gave "
    "got kept knew paid said sent spent stood told thought fled sold sought bought built "
    "brought caught chose cut dealt drew drove felt fought found hit hurt lay let meant put "
    "read rode sat set shot shut slept spoke stole struck taught tore understood wore wrote "
    "broke sustained remain remains include includes lack lacks live lives work works "
    "receive receives provide provides report require requires say says see sees seem seems "
    "continue continues face faces own owns operate operates serve serves represent "
    "represents suffer suffers took taken given seen shown done gone born killed held "
    "led thought driven worth according unable likely alone ago run need want believe depend "
    "feel speak attend hold held alive ready received involved included concerned contained "
    "attended faced obtained entered joined requested died sank flew froze shook swept threw swam "
    "drank ate hid hung bore dug spread split swore wept withdrew underwent overcame goes exists "
    "comes becomes belongs appears consists".split()
)

# Adjectives and participles that stand behind a noun as well as before it ("20 pending cases").
PREDICATES: Final[frozenset[str]] = frozenset(
    "available eligible responsible able later earlier prior dead aged missing pending "
    "unspecified unknown known sentenced written".split()
)

ADVERBS: Final[frozenset[str]] = frozenset(
    "not only also just still already more most less least very much too even ever never now "
    "then again often always sometimes approximately nearly almost about roughly later "
    "earlier together respectively abroad nationwide however therefore meanwhile otherwise "
    "instead alone ago".split()
)

# Nouns that are plural without -s.
PLURALS: Final[frozenset[str]] = frozenset(
    "people police men women children personnel staff media youth youths feet teeth mice data "
    "criteria phenomena alumni clergy cattle aircraft policemen policewomen councilmen "
    "businessmen fishermen gunmen servicemen spokesmen congressmen indigenous accused "
    "deceased injured wounded dead unemployed elderly homeless disabled others males females "
    "percent foreign-born headquarters series species offspring crew folk".split()
)

# Those of them that describe the noun behind them where there is one: "30 homeless families".
DESCRIBING_PLURALS: Final[frozenset[str]] = frozenset(
    "accused dead deceased disabled elderly foreign-born homeless indigenous injured unemployed "
    "wounded".split()
)

# Plurals in -uses and -ches that lose only their -s, unlike viruses and branches.
ONLY_S: Final[frozenset[str]] = frozenset(
    "abuses misuses reuses excuses fuses muses recluses ruses aches headaches caches niches "
    "avalanches moustaches creches".split()
)

# Words in -s that are no plural noun.
NOT_PLURAL: Final[frozenset[str]] = frozenset(
    "was is has does this its his us as yes previous various numerous serious religious "
    "indigenous dangerous hazardous famous continuous simultaneous suspicious religious "
    "famous thus plus minus versus perhaps always less unless across besides towards "
    "afterwards process access business press congress progress address class mass pass loss "
    "boss illness witness fitness campus status virus bus census consensus basis crisis "
    "analysis emphasis thesis focus bonus surplus politics economics mathematics human-rights "
    "civil-rights news tennis series glass gas homelessness wilderness harness express "
    "success excess stress abuses- jobless harmless overseas religious infectious".split()
)

# Particles of names that stand in lower case between capitals: "Rio de Janeiro".
PARTICLES: Final[frozenset[str]] = frozenset(
    "de da do dos das del della di du la le el al bin ibn van von der den y e".split()
)

# Words too common to tell one measure from another; left out of the measure.
EMPTY: Final[frozenset[str]] = (
    DETERMINERS
    | PREPOSITIONS - {"abroad", "nationwide", "worldwide", "overall"}
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | frozenset(
        "also only just still already however meanwhile therefore more most less least than "
        "approximately nearly almost about roughly estimated total number numbers figure "
        "figures compared comparison comparing same period periods respectively year years "
        "month months percent cent percentage reported reportedly according additional "
        "further other one ones january february march april may june july august september "
        "october november december first second third fourth half quarter previous prior last "
        "past next current reporting some such any many much several said says noted stated "
        "alleged reports".split()
    )
)
