"""``python -m tracediff``."""

from tracediff.cli import run

if __name__ == "__main__":
    run()
