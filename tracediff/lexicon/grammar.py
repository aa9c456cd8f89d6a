"""Closed classes of English words, plurals without -s, and words that tell no measure apart."""

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

# Nouns that are plural without -s.
PLURALS: Final[frozenset[str]] = frozenset(
    "people police men women children personnel staff media youth youths feet teeth mice data "
    "criteria phenomena alumni clergy cattle aircraft policemen policewomen councilmen "
    "businessmen fishermen gunmen servicemen spokesmen congressmen indigenous accused "
    "deceased injured wounded dead unemployed elderly homeless disabled others males females "
    "percent foreign-born headquarters series species offspring crew folk".split()
)

# Plurals in -uses and -ches that lose only their -s, unlike viruses and branches.
ONLY_S: Final[frozenset[str]] = frozenset(
    "abuses misuses reuses excuses fuses muses recluses ruses aches headaches caches niches "
    "avalanches moustaches creches".split()
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

ENGLISH = frozenset(
    """
    the of and to for with that by from are were been has have this these which their its not at
    be will it they would should who what there than more other all into about
    """.split()
)
"""Words without which no English paragraph is written and that other languages hardly have."""

LANGUAGES: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in (
        ("de", "der die das und ist nicht ein eine mit auf für den dem des von zu im sich auch"),
        ("es", "el los las y una del con por para es su que en se lo más al como fueron"),
        ("fr", "le les des et une du dans est pour que qui sur par au aux ne pas ont cette"),
        ("it", "il gli di e una della nel che per con sono non del alla dei delle anche più"),
        ("nl", "de het een van en in is dat op te voor met zijn niet aan ook door werd bij"),
        ("pt", "o os as e uma do da dos das em que para com não por foram no na ao mais são"),
    )
}
"""The commonest small words of other languages, by the code of each (ISO 639-1)."""
