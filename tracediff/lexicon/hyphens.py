"""Parts of compounds that are written with a hyphen, for a hyphen that stands at a line's end.

Whether "part-" and "time" were one word before the line broke can be told from the document only
where it has the word elsewhere. These lists are of parts that any report may use.
"""

from __future__ import annotations

from typing import Final

# What is set before a whole word with a hyphen, and begins few words of one piece.
ALWAYS_FIRST: Final = frozenset(
    "non self anti quasi semi vice pseudo all cross multi well long mid two three four five six"
    " seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety".split()
)

# What is set before a word so as well, but also begins words of one piece ("partner", "shorten"):
# it keeps its hyphen only before a whole word.
OFTEN_FIRST: Final = frozenset(
    "part full half high low short large small medium first second third one year state government"
    " community family labor labour gender age risk follow health policy evidence rights market"
    " country public private middle lower upper open police court law drug zero".split()
)

# What is set behind a whole word with a hyphen.
SECOND: Final = frozenset(
    "based related level scale sector time term wide free old party owned led run made known profit"
    " specific driven funded supported sponsored appointed controlled ordered called being making"
    " threatening facing raising gathering sharing taking building keeping lasting growing looking"
    " friendly efficient effective intensive sensitive responsive governmental compliance compliant"
    " discrimination violence fraud corruption trafficking slavery bribery up down off month week"
    " hour year income quality risk speed profile security person member family style size ended"
    " class trained qualified paid monitoring assessment regulation reported identified employed"
    " esteem thirds quarters half fifths century border cutting setting language ranking state"
    " agency ministerial annual yearly monthly".split()
)

# What begins words of one piece although it is a word itself: "with-out", "some-time".
NEVER_FIRST: Final = frozenset(
    "with some any every no where there here how who what when this it him her my your our them"
    " under over out up on in through may can for to be al an as at by of or so us we he me the"
    " inter".split()
)
