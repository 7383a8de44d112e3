# Everything runs from here. `make board` and `make test` do all set-up that they need.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[icons]'
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.installed-drawings: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[icons,drawings]'
	@touch $@

board: $(VENV)/.installed ## build output/board.pptx from the shipped content
	$(BIN)/deckgen build board
	@$(BIN)/deckgen schema > /dev/null

decks: $(VENV)/.installed ## build every deck of the shipped content
	$(BIN)/deckgen build

tools: $(VENV)/.installed-dev ## install what the tests need: LibreOffice, Chromium, fonts, poppler, Node, the Open XML validator, axe
	bash tests/install-tools

lint: $(VENV)/.installed-dev ## ruff, mypy --strict and the import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: tools lint ## all checks and all tests, with what they need installed first
	$(BIN)/pytest --numprocesses 2

fuzz: $(VENV)/.installed-dev ## hand the program thousands of inputs that nobody would write; FUZZ="--count 100 template" says which
	PYTHONPATH=tests:tests/checks $(BIN)/python -m fuzz $(FUZZ)

mutants: $(VENV)/.installed-dev ## put small bugs in, a sample of all rooms: which of them does no test notice? MUTANTS="--seed 7 --count 60"
	PYTHONPATH=tests nice $(BIN)/python -m mutants $(MUTANTS)

kills: $(VENV)/.installed-dev ## kill a batch of 98 decks ten times on each engine and begin it again: are the bytes those of one run?
	PYTHONPATH=tests:tests/batches:tests/checks $(BIN)/python -m kills

example: $(VENV)/.installed-drawings ## build the decks of the invented examples
	$(BIN)/deckgen build --content examples/harbours --brand assets/brands/morksund/_brand.yml --output output/example
	$(BIN)/deckgen batch run --content examples/municipalities --output output/example

golden: $(VENV)/.installed-dev ## write the golden texts and the pages of codes and kinds anew, to be read in the diff
	$(BIN)/pytest -k "golden or checks" --rewrite-golden

gallery: $(VENV)/.installed-dev tools ## draw docs/gallery anew: every kind and chart on three brands in both rooms
	PYTHONPATH=tests $(BIN)/python -m gallery_pages docs/gallery
	PYTHONPATH=tests $(BIN)/python -m extreme_pages docs/gallery/extremes

pictures: $(VENV)/.installed tools ## render both decks to output/*.png, to look at every page
	$(BIN)/deckgen build
	bash tests/render output/board.pptx output/directorate.pptx

bench: $(VENV)/.installed-dev ## time the build beside raw python-pptx, and a large survey beside plain pandas, in one run
	$(BIN)/python bench/run.py

bench-preview: $(VENV)/.installed-dev ## time the live page: from a save to the new picture shown in Chromium
	$(BIN)/python bench/preview.py

bench-batch: $(VENV)/.installed-dev ## time a deck for each of 100, 1,000 and 10,000 members beside raw python-pptx; DECKS=100 for one size
	$(BIN)/python bench/batch.py $(DECKS)

clean: ## remove what was built and installed here
	rm -rf $(VENV) .tools output/*.pptx output/*.pdf output/*.png build *.egg-info src/*.egg-info

.PHONY: help board decks example tools lint test fuzz mutants kills golden gallery pictures bench bench-preview bench-batch clean
