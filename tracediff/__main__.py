"""``python -m tracediff``."""

from tracediff.start import run

if __name__ == "__main__":
    run()
