.PHONY: demo test format

demo: ; python3 dev.py demo
test: ; python3 dev.py test
format: ; .venv/bin/ruff format . && .venv/bin/ruff check --fix .
