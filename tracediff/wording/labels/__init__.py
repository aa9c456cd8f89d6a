"""What a figure counts in, the row label that an editor would print out.

The thing counted with its modifiers, then what hangs on it by "of" or another preposition, then the
verb as a participle: "persons killed by police", "visas granted to victims". No figure, no period,
no ellipsis, at most ``MOST`` words, cut where a part ends.
"""

from __future__ import annotations

from tracediff.wording.labels.fitting import MOST
from tracediff.wording.labels.labeller import Labeller
from tracediff.wording.labels.rows import row_label

__all__ = ["MOST", "Labeller", "row_label"]
