"""Nouns that one edition counts where another counts the same by another name: a line a thing.

Fewer than the synonyms that sentences are aligned by: "raids" may answer to "operations" in a
sentence that says the rest alike, but a number of the one is not a number of the other.
"""

from __future__ import annotations

from typing import Final

from tracediff.text.words import stem

_THINGS: Final = """
    abduction kidnappings
    accident crash collision
    aircraft airplane aeroplane
    bicycle bike
    bus coach
    child minor
    complaint grievance
    cost expense expenditure
    customer client
    death fatality
    doctor physician
    donation gift
    employee staff personnel colleague
    fine penalty
    flat apartment
    homicide killings murder
    inmate prisoner
    inquiry investigation probe
    journalist reporter
    lawsuit suit
    lorry truck
    parcel package
    prize award
    pupil student
    revenue turnover
    robbery muggings
    ship vessel
    shop store outlet
    supplier vendor
    theft larceny
    wage salary
"""
THINGS: Final[dict[str, str]] = {
    stem(word): stem(line.split()[0])
    for line in _THINGS.strip().splitlines()
    for word in line.split()
}
"""The stem of each, and the stem that stands for all of its line."""
