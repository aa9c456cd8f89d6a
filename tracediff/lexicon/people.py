"""Nouns for human beings as such: one edition counts "persons" where another counted "people"."""

from __future__ import annotations

from typing import Final

from tracediff.text.words import stem

PEOPLE: Final = frozenset(
    stem(word) for word in "person people individual civilian resident citizen human".split()
)

# Whom and what "no" denies to the last one: "no officer was suspended", "no complaint was made".
SINGLES: Final = frozenset(
    "person officer official member prisoner detainee inmate suspect offender defendant victim "
    "employee worker contractor woman man child minor candidate journalist soldier patient "
    "applicant complainant perpetrator trafficker civilian student teacher company institution "
    "case complaint death fatality injury incident accident arrest conviction prosecution "
    "investigation".split()
)
