"""Sentences about an invented island, for documents made in tests."""

from __future__ import annotations

COURTS = (
    "Courts of the island heard 31 cases against recruiters and convicted 12 of them, four more"
    " than in the year before. The prosecutor asked for longer sentences in most of the cases."
)
OFFICES = (
    "The labour office registered 412 complaints, and its inspectors visited 96 workplaces on the"
    " northern coast. They found that most owners had kept the new rules on pay."
)
HOUSES = (
    "Shelters took in 58 persons during the year. The council paid for their meals and for legal"
    " help, and two new houses opened in the capital."
)
