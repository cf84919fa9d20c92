# make demo       a whole workshop, from list to summary
# make test       every check that takes seconds
# make test-slow  what takes minutes: thousands of histories, killed processes, every flipped byte
# make test-browser  axe-core and the Nu checker on every kind of page; says so where Chromium, node or npm is missing
# make bench      figures, beside a reference in the same run; bench-groups: those of the draw; bench-plenary: of the themes
# make bench-outputs  what reports cost as files
# make messages   the catalogues of other languages, from the source
PYTHON ?= python3
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
endif

.PHONY: demo test lint types imports tests test-slow test-oldest test-browser bench bench-groups bench-plenary messages clean

demo: .venv/installed
	@$(BIN)/vaexercise demo

test: lint types imports tests

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developing
	$(BIN)/mypy

imports: .venv/developing
	$(BIN)/lint-imports

tests: .venv/developing
	$(BIN)/pytest -n auto --cov --cov-report=term

test-slow: .venv/developing
	$(BIN)/pytest -n auto -m slow

# The draw has to come out alike with the oldest numpy that is allowed.
test-oldest: .venv-oldest/installed
	.venv-oldest/$(notdir $(BIN))/python -m pytest -p no:cacheprovider tests/grouping -k on_every_machine

test-browser: .venv/installed
	$(BIN)/python tools/browser.py .venv-browser

bench: .venv/developing
	$(BIN)/python benchmarks/starting.py
	$(BIN)/python benchmarks/record.py
	$(BIN)/python benchmarks/people.py

bench-groups: .venv/developing
	$(BIN)/python benchmarks/groups.py

bench-plenary: .venv/developing
	$(BIN)/python benchmarks/plenary.py

bench-outputs: .venv/developing
	$(BIN)/python benchmarks/outputs.py

messages: .venv/developing
	$(BIN)/python tools/catalogues.py

.venv/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("vaexercise needs Python 3.11 or later; say which: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Installs what the `dev` group of pyproject.toml lists; a pip that knows groups comes first.
.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

.venv-oldest/installed: pyproject.toml
	$(PYTHON) -m venv .venv-oldest
	.venv-oldest/$(notdir $(BIN))/python -m pip install --quiet --disable-pip-version-check --editable . 'numpy==1.26.*' pytest hypothesis
	@touch $@

clean:
	rm -rf .venv .venv-oldest .venv-browser vaexercise-demo* dist .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis
