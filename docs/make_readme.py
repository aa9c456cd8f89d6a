"""Put the program's real output into README.md.

python docs/make_readme.py           write it
python docs/make_readme.py --check   fail if README.md shows anything else
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SESSION = re.compile(r"```console\n\$ (tracediff [^\n]*)\n.*?\n```", re.DOTALL)


def session(shown: re.Match[str]) -> str:
    """A command of the page with what it prints now."""
    done = subprocess.run(
        [sys.executable, "-m", *shown[1].split(), "--width", "92", "--color", "never"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return f"```console\n$ {shown[1]}\n{done.stdout.rstrip()}\n```"


def main(check: bool) -> int:
    """Write the sessions into README.md, or say that it is out of date."""
    old = README.read_text(encoding="utf-8")
    new = SESSION.sub(session, old)
    if check:
        if new != old:
            print("README.md is out of date; run python docs/make_readme.py")
        return int(new != old)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
