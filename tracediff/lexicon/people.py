"""Nouns for human beings as such: one edition counts "persons" where another counted "people"."""

from __future__ import annotations

from typing import Final

from tracediff.text.words import stem

PEOPLE: Final = frozenset(
    stem(word) for word in "person people individual civilian resident citizen human".split()
)

STAFF: Final = PEOPLE | frozenset(
    stem(word)
    for word in "worker employee member staff volunteer officer teacher nurse student trainee"
    " apprentice manager colleague".split()
)
"""Those whom a body has, hires or trains."""

REPORTING: Final = frozenset(
    "government governments authorities authority ministry company companies group organisation "
    "organization foundation agency department office board management directors report edition "
    "table figure data survey study statement analysis year state country team business bank "
    "others court courts judge judges parliament commission committee fund service services which "
    "who that law laws code constitution act regulation regulations decree legislation".split()
)
"""Bodies and texts that report of their own doing: naming them tells no figures apart."""

PERSONS: Final = frozenset(
    stem(word)
    for word in "respondent user developer participant officer official member prisoner detainee "
    "inmate suspect offender defendant victim survivor employee worker contractor woman man girl "
    "boy child minor adult candidate journalist soldier patient applicant complainant trafficker "
    "student teacher parent guard inspector lawyer judge prosecutor migrant refugee farmer "
    "customer clerk pilot sailor client volunteer passenger driver owner tenant supplier "
    "those women men children people".split()
)
"""Nouns for people in a role: "who" follows them, not "that"."""

# Whom and what "no" denies to the last one: "no officer was suspended", "no complaint was made".
SINGLES: Final = frozenset(
    "person officer official member prisoner detainee inmate suspect offender defendant victim "
    "employee worker contractor woman man child minor candidate journalist soldier patient "
    "applicant complainant perpetrator trafficker civilian student teacher company institution "
    "case complaint death fatality injury incident accident arrest conviction prosecution "
    "investigation".split()
)

ANYBODY: Final[frozenset[str]] = frozenset("people persons individuals".split())
"""Those who are counted where nothing says who they are."""

COLLECTIVES: Final[frozenset[str]] = frozenset(
    "team teams group groups panel panels crew crews committee committees board boards network "
    "networks workforce staff audience audiences cohort cohorts jury club clubs choir band "
    "delegation delegations".split()
)
"""Nouns for several people who are counted as their members: "a team of 14 engineers"."""
