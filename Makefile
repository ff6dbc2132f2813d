# Every habit of this project in one place: `make help`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup programs demo test lint format release bench docs lock clean

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s  %s\n", $$1, $$2}' Makefile

setup: $(READY) ## create .venv with the pinned packages (the others do this when needed)

# The environment is exactly the lock file plus this project; nothing is done while both are unchanged.
$(READY): requirements.lock pyproject.toml
	@$(PY) -m pip --version >/dev/null 2>&1 || { $(create_venv) }
	@echo 'setup: installing the packages of requirements.lock into $(VENV)'
	@$(PY) -m pip install --quiet --disable-pip-version-check "$$(grep '^uv==' requirements.lock)"
	@$(PY) -m uv pip sync --quiet --python $(PY) requirements.lock
	@$(PY) -m uv pip install --quiet --python $(PY) --no-deps --editable .
	@touch $@

# The first Python that is new enough; a missing venv module is installed if we may, else its package is named.
define create_venv
	python=; for candidate in python3 python3.13 python3.12 python3.11; do \
	  "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python=$$candidate && break; \
	done; \
	if [ -z "$$python" ]; then \
	  echo 'setup: no Python 3.11 or newer on PATH; install one (Debian, Ubuntu: apt-get install python3 python3-venv)' >&2; \
	  exit 1; \
	fi; \
	package=$$("$$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	if ! "$$python" -c 'import ensurepip' 2>/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "$$package" >/dev/null; \
	fi; \
	if ! "$$python" -c 'import ensurepip' 2>/dev/null; then \
	  echo "setup: $$python cannot create virtual environments; install its venv module (Debian, Ubuntu: apt-get install $$package)" >&2; \
	  exit 1; \
	fi; \
	"$$python" -m venv --clear $(VENV);
endef

# Programs that no Python package brings: installed if we may, else named; what needs them says so again.
programs:
	@updated=; for program in bwrap:bubblewrap chromium:chromium; do \
	  package="$${program##*:}"; command -v "$${program%%:*}" >/dev/null && continue; \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "programs: installing $$package"; \
	    [ -n "$$updated" ] || apt-get -qq update; updated=yes; \
	    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$$package" >/dev/null && continue; \
	  fi; \
	  echo "programs: please install $$package (Debian, Ubuntu: apt-get install $$package)" >&2; \
	done

demo: $(READY) ## run a made-up class through the whole pipeline
	$(PY) -m autograder demo

test: $(READY) programs ## run the tests; ARGS="-k knn" passes options to pytest
	$(PY) -m pytest --numprocesses $$(( $$(nproc) < 4 ? $$(nproc) + 1 : 4 )) --dist loadgroup \
	  --no-loadscope-reorder $(ARGS)

lint: $(READY) ## check style and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

format: $(READY) ## rewrite the code in the project's style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

release: $(READY) ## regenerate assignments/ from source/
	$(PY) -m autograder release

bench: $(READY) ## measure what the grader costs
	$(PY) -m benchmarks

docs: $(READY) ## build the documentation into site/
	$(PY) -m mkdocs build --strict

lock: $(READY) ## pin the newest packages that pyproject.toml allows
	$(PY) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --all-extras \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	  --output-file requirements.lock pyproject.toml

clean: ## remove .venv, caches and built files; grades and submissions stay
	rm -rf $(VENV) build dist site *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +
