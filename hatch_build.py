"""Make the links of README.md absolute, so that they lead somewhere on the package index too."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)(\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+)(?=\))")


class CustomMetadataHook(MetadataHookInterface):
    """The hook that hatchling calls while it reads the metadata."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Give the text of README.md with links to the tag of this version."""
        root = Path(self.root)
        version = re.findall(r'"(.+?)"', (root / "tracediff" / "version.py").read_text("utf-8"))[-1]
        text = (root / "README.md").read_text("utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": absolute(text, metadata["urls"]["Source"], f"v{version}"),
        }


def absolute(text: str, source: str, revision: str) -> str:
    """Markdown whose links and pictures lead to a revision of the repository."""

    def lead(link: re.Match[str]) -> str:
        kind = "raw" if link[1] else "blob"
        return f"{link[1]}{link[2]}{source}/{kind}/{revision}/{link[3]}"

    return _LINK.sub(lead, text)
