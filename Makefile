.PHONY: demo test dist format

demo: ; python3 dev.py demo
test: ; python3 dev.py test
dist: ; python3 dev.py dist
format: ; .venv/bin/ruff format . && .venv/bin/ruff check --fix .
