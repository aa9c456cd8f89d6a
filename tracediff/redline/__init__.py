"""Two Word documents in, the new one with tracked changes against the old one out.

Accepting all changes gives the text of the new document, rejecting all gives that of the old one;
formatting, tables, notes, headers and pictures are those of the new one. Remarks are comments at
the sentences that they are about. Changes that either document tracks already are accepted first.

Rows are set beside rows and cells beside cells: docx-trackdiff 1.0, which goes by lines of text,
has 875 paragraphs come or go on a pair of statistical reports with tables.
"""

from tracediff.redline.document import Remark, annotated, redline

__all__ = ["Remark", "annotated", "redline"]
