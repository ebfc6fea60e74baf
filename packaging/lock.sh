#!/usr/bin/env bash
# Lock the dependencies anew, with hashes, from requirements*.in. Needs uv. `--upgrade` also takes newer versions.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command -v uv >/dev/null || {
    printf '%s\n' "需要 uv：pip install uv / uv is needed: pip install uv" >&2
    exit 1
}

compile() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes "$@"; }

# Each lock follows the one before, so that a package has one version in all of them.
compile "$@" requirements.in -o requirements.lock
compile "$@" requirements-dev.in -c requirements.lock -o requirements-dev.lock
compile requirements-build.in -c requirements-dev.lock -o requirements-build.lock
