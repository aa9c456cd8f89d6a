"""A zipped document in, its parts of XML out, within bounds that hold before work is done.

Word and OpenDocument files are archives of XML. Parts are unpacked piece by piece against one
allowance for the whole document, whatever size they declare, and parsed as a stream whose elements
are counted; document types, which could define entities, are refused.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.readers.decode import too_long
from tracediff.settings import Reading

if TYPE_CHECKING:
    from lxml.etree import _Element


_PIECE = 1 << 20  # bytes unpacked at once


class Archive:
    """The parts of one document; ``program`` is what writes such files, for messages."""

    def __init__(
        self,
        data: bytes,
        name: str,
        settings: Reading,
        program: str,
        is_needed: Callable[[str], bool],
    ) -> None:
        """Unpack the parts that are needed.

        Raises ``InputError`` where the archive is damaged, encrypted or out of bounds.
        """
        self._name = name
        self._program = program
        self._elements = settings.max_elements
        self._characters = settings.max_text
        self._settings = settings
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self.parts = self._unpacked(archive, settings, is_needed)
        except InputError:
            raise
        except RuntimeError:
            raise InputError(
                f"{name}: is encrypted or packed in an odd way; save it again without a password"
            ) from None
        except Exception:  # what unpacking fails with has no common base
            raise InputError(
                f"{name}: is damaged and cannot be unpacked; save it again from {program}"
            ) from None

    def _unpacked(
        self, archive: zipfile.ZipFile, settings: Reading, is_needed: Callable[[str], bool]
    ) -> dict[str, bytes]:
        infos = archive.infolist()
        names = {info.filename for info in infos}
        if len(infos) > settings.max_members or len(names) < len(infos):
            raise InputError(
                f"{self._name}: holds more parts than a document has;"
                f" save it again from {self._program}"
            )
        wanted = [info for info in infos if is_needed(info.filename)]
        left = settings.max_unpacked
        self._within(left - sum(info.file_size for info in wanted), settings)
        parts = {}
        for info in wanted:
            pieces = []
            with archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    left -= len(piece)
                    self._within(left, settings)
                    pieces.append(piece)
            parts[info.filename] = b"".join(pieces)
        return parts

    def _within(self, left: int, settings: Reading) -> None:
        if left < 0:
            raise InputError(
                f"{self._name}: unpacks to more than {settings.max_unpacked // 1024 // 1024:,} MB;"
                f" split it, or raise reading.max_unpacked in tracediff.toml"
            )

    def tree(self, part: str) -> _Element | None:
        """The tree of a part, or none where the document has no such part.

        Raises ``InputError`` where it is damaged, defines entities, or all trees together have more
        elements or characters than are read.
        """
        from lxml import etree

        if part not in self.parts:
            return None
        stream = etree.iterparse(
            io.BytesIO(self.parts[part]),
            events=("start",),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_pis=True,
            remove_comments=True,
        )
        try:
            for _ in stream:
                self._elements -= 1
                if self._elements < 0:
                    raise InputError(
                        f"{self._name}: has more than {self._settings.max_elements:,} elements;"
                        f" split it, or raise reading.max_elements in tracediff.toml"
                    )
        except (etree.LxmlError, ValueError):
            raise InputError(
                f"{self._name}: its part {part} is damaged or nested too deep;"
                f" save it again from {self._program}"
            ) from None
        root = stream.root
        if root is not None and root.getroottree().docinfo.doctype:
            raise InputError(
                f"{self._name}: its part {part} defines entities, which {self._program} never does"
            )
        self._characters -= sum(map(len, root.itertext())) if root is not None else 0
        if self._characters < 0:
            raise InputError(too_long(self._name, self._settings))
        return root
