"""The nouns of tracediff: what the stages hand to each other.

Everything here is frozen. A document is read into blocks, the blocks become an edition of
sections, paragraphs and sentences; figures and claims are read out of the sentences; two editions
are linked; what changed is a list of findings in a report. What can be derived is a property.

Offsets are counted in characters (Python string indexes). A ``Span`` named ``span`` points into the
source text of the file, a ``Span`` named ``at`` points into the normalised text of one sentence.
"""

from __future__ import annotations

from tracediff.model.edition import (
    Edition,
    Paragraph,
    Period,
    Section,
    Sentence,
    Table,
)
from tracediff.model.facts import (
    Bound,
    Claim,
    Cue,
    CueKind,
    Fact,
    FactKind,
    Reading,
    Stage,
    Status,
    scale_of,
)
from tracediff.model.findings import (
    Evidence,
    Finding,
    Place,
    Rule,
    Severity,
    Story,
    Waiver,
)
from tracediff.model.links import (
    Alignment,
    Edit,
    EditKind,
    Link,
    LinkKind,
    SectionLink,
    Side,
    TableLink,
)
from tracediff.model.report import (
    DraftEdit,
    Report,
    SectionChange,
    Since,
)
from tracediff.model.series import (
    Change,
    Comparison,
    Ledger,
    Point,
    Series,
)
from tracediff.model.source import (
    Block,
    BlockKind,
    Cell,
    Coverage,
    Passage,
    Source,
    Span,
)
from tracediff.model.timeline import (
    Break,
    Headline,
    MeasureRun,
    Observation,
    PeriodCell,
    Restatement,
    SectionRun,
    Spot,
    Thread,
    ThreadChange,
    ThreadKind,
    Timeline,
)

__all__ = [
    "Alignment",
    "Block",
    "BlockKind",
    "Bound",
    "Break",
    "Cell",
    "Change",
    "Claim",
    "Comparison",
    "Coverage",
    "Cue",
    "CueKind",
    "DraftEdit",
    "Edit",
    "EditKind",
    "Edition",
    "Evidence",
    "Fact",
    "FactKind",
    "Finding",
    "Headline",
    "Ledger",
    "Link",
    "LinkKind",
    "MeasureRun",
    "Observation",
    "Paragraph",
    "Passage",
    "Period",
    "PeriodCell",
    "Place",
    "Point",
    "Reading",
    "Report",
    "Restatement",
    "Rule",
    "Section",
    "SectionChange",
    "SectionLink",
    "SectionRun",
    "Sentence",
    "Series",
    "Severity",
    "Side",
    "Since",
    "Source",
    "Span",
    "Spot",
    "Stage",
    "Status",
    "Story",
    "Table",
    "TableLink",
    "Thread",
    "ThreadChange",
    "ThreadKind",
    "Timeline",
    "Waiver",
    "scale_of",
]
