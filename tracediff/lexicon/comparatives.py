"""Words that set a count beside an earlier one without a verb of rising or falling.

"They charged fewer suspects, 66 compared with 71": grammar, not vocabulary, so the list is closed.
"""

from __future__ import annotations

from typing import Final

COMPARATIVES: Final = {"fewer": -1, "less": -1, "more": 1}

# After these a comparative is a bound or a phrase, and says nothing of a time before.
NOT_AFTER: Final = frozenset({"no", "not", "once", "any", "much", "many", "even", "or"})
