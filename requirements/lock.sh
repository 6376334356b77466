#!/usr/bin/env bash
# Writes the lock files anew from the ranges in pyproject.toml. Needs uv on the PATH. No index address is written.
set -euo pipefail
cd "$(dirname "$0")/.."
compile() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header "$@"; }
compile pyproject.toml requirements/build.in --output-file requirements/default.lock
for extra in claude cluster neo4j embeddings all dev; do
  compile pyproject.toml requirements/build.in --extra "$extra" --constraints requirements/default.lock \
    --output-file "requirements/$extra.lock"
done
