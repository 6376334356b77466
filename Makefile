# Two commands set everything up: `make demo` and `make test`. Both are safe to run again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test test-embeddings check eval bench soak lock clean
.DELETE_ON_ERROR:

# A lock file that changed, or a new pyproject.toml, installs anew; nothing else does.
$(VENV)/default.stamp: requirements/default.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "error: $(PYTHON) is older than Python 3.11" >&2; \
	  echo "hint: Name a newer one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing what Loadpath needs into $(VENV) (once) …"
	@$(PIP) --require-hashes -r requirements/default.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/default.stamp requirements/dev.lock
	@echo "Installing what the tests need …"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@

demo: $(VENV)/default.stamp
	@$(BIN)/loadpath demo $(if $(NO_UI),--no-ui) $(if $(PORT),--port $(PORT))

test: $(VENV)/dev.stamp check
	$(BIN)/python -m pytest -n auto
	@$(if $(CI),tests/embeddings/run $(PYTHON),echo "Not run: the tests of the extra 'embeddings' (6 GB on the disk). To run them: make test-embeddings")

# What needs torch, in an environment of its own that is installed once.
test-embeddings:
	@tests/embeddings/run $(PYTHON)

# Format, lint, types and import contracts: what needs no test run.
check: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What the rules and the assistant make of the sample cases; LISTS=1 names every miss, TABLE=1 makes the table of the docs.
eval: $(VENV)/dev.stamp
	$(BIN)/python -m tests.evaluation $(if $(LISTS),--lists) $(if $(TABLE),--table)

# Ratios against named baselines, each in one run.
bench: $(VENV)/dev.stamp
	@for script in ask ingest_pages ingest_folder long_documents linking what_if server_store; do echo "== $$script"; $(BIN)/python bench/$$script.py || exit 1; done

# The same properties as the tests, on many more random cases.
soak: $(VENV)/dev.stamp
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n auto tests/graph tests/ingest tests/assistant

lock:
	requirements/lock.sh

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
