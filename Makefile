# The menu. `make build` and `make test` need only Python 3.11 or newer, git and make: they set up the rest themselves.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help build serve check test browser token node twice coverage benchmark sbom golden pictures lock clean

help: ## show this menu
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(READY) ## build the site and the warning bundles into dist/
	$(BIN)/antiscam build

serve: $(READY) ## preview in a browser, reloading on every change
	$(BIN)/antiscam serve

check: $(READY) ## format, lint, types, import contract, tests without a browser
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/antiscam check
	$(BIN)/pytest -q -m "not browser and not token"

test: check browser token node ## everything: check, then the tests with a browser, a token and npm
	$(BIN)/pytest -q -m "browser or token"

browser: $(READY) ## find a Chromium, or install one
	$(BIN)/python -m tests.browser.chromium

token: $(READY) ## find SoftHSM, or install it
	$(BIN)/python -m tests.softhsm

node: $(READY) ## find npm, or install it, and what the scratch apps need
	$(BIN)/python -m tests.node

twice: $(READY) ## build twice under different conditions and compare every byte
	$(BIN)/python -m tests.twice

coverage: $(READY) ## line and branch coverage of reader, signer and both verifiers
	$(BIN)/python -m tests.coverage_of_trust

benchmark: $(READY) ## measure against other site generators, into benchmarks/results/ (about half an hour)
	$(BIN)/python -m benchmarks

sbom: $(READY) ## list what the product is made of, as CycloneDX
	$(BIN)/cyclonedx-py requirements requirements.lock --output-reproducible -o sbom.cdx.json

golden: $(READY) ## accept what the compiler does now as expected; commit it apart and say why
	$(BIN)/pytest -q -p no:randomly --rewrite

pictures: browser build ## take the screenshots in docs/pictures/ again
	$(BIN)/python -m tests.browser.pictures

lock: ## resolve requirements.lock anew from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-header --group dev --extra token pyproject.toml --upgrade -q -o requirements.lock

clean: ## remove what the targets above made
	rm -rf .venv dist .dist.builds .*_cache sbom.cdx.json benchmarks/.peers benchmarks/.work tests/apps/*/node_modules

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@
