# Everything that is done here, one word each. `make demo` and `make test` need Python 3.11 or later, nothing else:
# the first one makes .venv and installs into it what requirements.lock names; later ones need no network.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
SAMPLE := src/enduse/data/demo/demo.jsonl

.PHONY: demo demo-serve test check bench bench-groups bench-ledger bench-web screenshots accuracy train web web-test lock clean help

demo: $(INSTALLED) ## read ten invented articles and show the claims
	$(BIN)/enduse read --format table $(SAMPLE)
	@echo "see them in the browser: make demo-serve"

demo-serve: $(INSTALLED) ## show the invented articles in the browser
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && trap 'exit 0' INT TERM && \
	$(BIN)/enduse ingest --quiet --db "$$folder/demo.db" $(SAMPLE) && \
	$(BIN)/enduse serve "$$folder/demo.db" --open

test: $(INSTALLED) ## run the tests
	$(BIN)/python -m pytest

check: $(INSTALLED) ## run everything a change must pass: ruff, mypy, the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

bench: $(INSTALLED) ## measure speed, memory and start-up on this machine
	$(BIN)/python -m training.bench

bench-groups: $(INSTALLED) ## measure grouping, and questions about events and flows, on 100,000 generated claims
	$(BIN)/python -m training.bench_groups

bench-ledger: $(INSTALLED) ## measure a ledger of a million generated claims (it takes 4 GB of disk)
	$(BIN)/python -m training.bench_ledger

bench-web: $(INSTALLED) ## measure the workbench on a generated ledger, with 50 people at once
	$(BIN)/python -m training.bench_web

screenshots: $(INSTALLED) ## make the pictures of docs/workbench.md again (needs chromium)
	$(BIN)/python -m training.screenshots

accuracy: $(INSTALLED) ## measure the reader on the development articles
	$(BIN)/python -m training.accuracy

train: $(VENV)/installed-training ## make the reader's model again (up to two hours on two cores)
	$(BIN)/python -m training.train

web: web-src/node_modules/.installed ## build the islands of the workbench into the package (needs node 20.19 or later)
	cd web-src && npm run --silent build

web-test: web-src/node_modules/.installed ## run the tests of the islands (needs node 20.19 or later)
	cd web-src && npx tsc --noEmit && npm test --silent

web-src/node_modules/.installed: web-src/package-lock.json
	cd web-src && npm ci --silent --no-audit --no-fund
	@touch $@

# What builds the package is locked too, so that .venv can be brought up to date without a network.
lock: $(INSTALLED) ## choose the versions in requirements.lock anew
	$(BIN)/pip install --quiet uv
	$(BIN)/python -c "import tomllib; build = tomllib.load(open('pyproject.toml', 'rb'))['build-system']; \
	    print(*build['requires'], 'editables', sep='\n')" \
	| $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-emit-index-url \
	    --custom-compile-command "make lock" --group dev pyproject.toml - --output-file requirements.lock

clean: ## remove .venv and what the tools left
	rm -rf $(VENV) web-src/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

help: ## list these words
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

$(INSTALLED): $(VENV)/made requirements.lock pyproject.toml
	@echo "installing what requirements.lock names into $(VENV) (only when it or pyproject.toml changes) ..." >&2
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-training: $(INSTALLED) training/requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	@touch $@

# The first Python on the path that is new enough, or the one that PYTHON names.
$(VENV)/made:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    rm -rf $(VENV) && $$python -m venv $(VENV) && touch $@; exit $$?; \
	  fi; \
	done; \
	echo "no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3 ..." >&2; exit 1
