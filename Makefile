# `make demo` shows graphkit at work; `make test` proves it. Both install what they need into .venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SIZE ?= full
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.DEFAULT_GOAL := help
.PHONY: help demo stop install test lint types contracts check browser bench docs site sbom lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##/\1\t/p' Makefile | expand -t 12

demo: $(VENV)/run.stamp  ## install, start Neo4j, load examples/, ask a question, show where to look
	@PATH="$(abspath $(BIN)):$$PATH" sh scripts/demo.sh

stop: $(VENV)/run.stamp  ## stop the local Neo4j that the demo started
	@$(BIN)/graphkit server stop

install: $(VENV)/dev.stamp  ## everything for working on graphkit

test: lint types contracts check  ## all checks and all tests: what CI runs

lint: $(VENV)/dev.stamp  ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp  ## types, strictly
	$(BIN)/mypy

contracts: $(VENV)/dev.stamp  ## imports point one way
	$(BIN)/lint-imports

check: $(VENV)/dev.stamp browser  ## the tests: docs, unit, integration and end to end, on a real Neo4j
	$(BIN)/python -m pytest --durations=10

browser:  ## Debian's Chromium, where it can be had: for the tests of pages, and for pictures
	@sh scripts/install_chromium.sh

bench: $(VENV)/dev.stamp  ## every figure of the README and the docs again (hours; SIZE=small: in minutes, smaller; GOLD=folder: others' too)
	$(BIN)/python -m benchmarks --size $(SIZE) $(if $(GOLD),--gold $(GOLD))

docs: $(VENV)/dev.stamp  ## make the reference pages and the pictures again
	$(BIN)/python -m scripts.build_docs
	$(BIN)/python -m scripts.draw_architecture
	$(BIN)/python -m scripts.draw_sentence

site: $(VENV)/dev.stamp  ## the documentation as a site, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

sbom: $(VENV)/dev.stamp  ## the bill of materials (CycloneDX) in build/, and the licences of all dependencies
	$(BIN)/python -m scripts.bill

lock: $(VENV)/dev.stamp  ## pin every dependency again, with hashes and without naming a registry
	$(PIP) install uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --group dev pyproject.toml -c requirements/run.txt -o requirements/dev.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --group build -c requirements/dev.txt -o requirements/build.txt

clean:  ## remove what the targets above made in this folder
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "graphkit needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	    { rm -rf $(VENV); echo "venv is missing: install it (Debian: apt-get install python3-venv)" >&2; exit 2; }

$(VENV)/run.stamp: $(BIN)/python requirements/run.txt requirements/build.txt pyproject.toml
	@echo "installing graphkit into $(VENV) (a minute or two)"
	$(PIP) install --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: $(BIN)/python requirements/dev.txt pyproject.toml
	@echo "installing graphkit and its tools into $(VENV) (a minute or two)"
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@
