#!/usr/bin/env bash
# Prepare this checkout: system libraries, a Chinese font, and .venv from the lock files. Does only what is missing.
#
#   packaging/setup.sh run | test | package
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

purpose=${1:?run, test or package}
list=packaging/system-packages.txt

say() { printf '%s\n' "$@" >&2; }

fail() {
    say "$@"
    exit 1
}

# One set-up at a time in a checkout; the lock goes with the process.
if command -v flock >/dev/null; then
    exec 9<"$list"
    flock 9
fi

case $purpose in
run)
    groups=(window)
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || groups+=(screen)
    lock=requirements.lock
    ;;
test)
    groups=(window test)
    lock=requirements-dev.lock
    ;;
package)
    groups=(window package)
    lock=requirements-dev.lock
    ;;
*) fail "用法 / usage: packaging/setup.sh run|test|package" ;;
esac

# --- System libraries ------------------------------------------------------------------------------------------------

installed_packages() {
    dpkg-query -W -f='${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }'
}

# The entries of our groups of which no alternative is installed.
missing_entries() {
    awk -v groups=" ${groups[*]} " '
        NR == FNR { have[$1] = 1; next }
        /^#/ || NF < 2 || index(groups, " " $1 " ") == 0 || seen[$2]++ { next }
        { n = split($2, names, "|"); for (i = 1; i <= n; i++) if (names[i] in have) next; print $2 }
    ' <(installed_packages) "$list"
}

has_chinese_font() {
    command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# The first alternative that the package lists know.
known_alternative() {
    local name
    for name in ${1//|/ }; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${1%%|*}"
}

# Lists that were never fetched, or not in the last day, may name packages that are gone.
fetch_lists_when_old() {
    local lists=/var/lib/apt/lists
    if compgen -G "$lists/*_Packages*" >/dev/null && [ -n "$(find "$lists/partial" -maxdepth 0 -mtime -1 2>/dev/null)" ]; then
        return
    fi
    say "更新软件包列表 … / updating the package lists …"
    as_root apt-get -q update >&2 || say "软件包列表没有全部更新 / some package lists were not updated"
}

apt_install() {
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        fail "缺少系统软件包，而当前用户无权安装。请让管理员执行：" \
            "System packages are missing and this user may not install them. Ask an administrator to run:" \
            "    apt-get install ${*//|/ 或/or }"
    fi
    fetch_lists_when_old
    local entry names=()
    for entry in "$@"; do
        names+=("$(known_alternative "$entry")")
    done
    say "安装系统软件包 / installing system packages: ${names[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends \
        "${names[@]}" >&2 </dev/null ||
        fail "系统软件包没有装上。请联网后重试，或手工安装：" \
            "The system packages were not installed. Try again with a network, or install by hand:" \
            "    sudo apt-get install ${names[*]}"
}

prepare_system() {
    local entry missing=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        # Not Debian or Ubuntu: say once what is needed, then let the program itself be the judge.
        [ -e .venv/.system-told ] && return
        say "这不是 Debian 系的系统，请自行安装与下列软件包相当的库（说明见 $list）：" \
            "This is no Debian-like system. Please install what corresponds to these packages (reasons in $list):"
        awk -v groups=" ${groups[*]} " '!/^#/ && NF > 1 && index(groups, " " $1 " ") { print "    " $2 }' "$list" >&2
        return
    fi
    mapfile -t entries < <(missing_entries)
    for entry in "${entries[@]}"; do
        case $entry in
        fonts-*) has_chinese_font || missing+=("$entry") ;;
        *) missing+=("$entry") ;;
        esac
    done
    [ ${#missing[@]} = 0 ] || apt_install "${missing[@]}"
}

# --- Python ----------------------------------------------------------------------------------------------------------

# Whether a command is a Python of a version the locked wheels exist for, able to make an environment.
suits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1
}

makes_environments() {
    "$1" -c 'import ctypes, ensurepip, sqlite3, ssl, venv' >/dev/null 2>&1
}

# The Python to make the environment of, on standard output.
find_python() {
    local candidate
    for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3 /usr/bin/python3.11 /usr/bin/python3; do
        if suits "$candidate" && makes_environments "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    if command -v apt-get >/dev/null; then
        if suits /usr/bin/python3; then
            apt_install python3-venv
        else
            apt_install "python3.11|python3.12|python3.13|python3" "python3.11-venv|python3.12-venv|python3.13-venv|python3-venv"
        fi
        for candidate in /usr/bin/python3.11 /usr/bin/python3.12 /usr/bin/python3.13 /usr/bin/python3; do
            if suits "$candidate" && makes_environments "$candidate"; then
                printf '%s\n' "$candidate"
                return
            fi
        done
    fi
    fail "需要 Python 3.11–3.13（带 venv）。装好后可用 PYTHON=路径 make … 指定。" \
        "Python 3.11–3.13 with venv is needed. Once installed, name it with PYTHON=path make …"
}

# A stamp names the locks that the environment was filled from.
stamp() { sha256sum requirements-build.lock "$1" | sha256sum | cut -d' ' -f1; }

filled_from() { [ -e ".venv/.filled-$(stamp "$1")" ]; }

prepare_environment() {
    if [ -x .venv/bin/python ]; then
        # The development lock holds everything the other does, in the same versions.
        if filled_from "$lock" || filled_from requirements-dev.lock; then
            return
        fi
    fi
    local python
    if ! { [ -x .venv/bin/python ] && suits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
        python=$(find_python)
        say "建立 Python 环境 / making the Python environment (.venv, $("$python" --version))"
        "$python" -m venv --clear .venv
    fi
    rm -f .venv/.filled-*
    say "按 $lock 安装 Python 软件包（首次约需几分钟）… / installing Python packages from $lock (some minutes the first time) …"
    local install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes)
    # jieba comes as source: built with the setuptools of the lock, not with whatever is newest.
    if ! { "${install[@]}" -r requirements-build.lock && "${install[@]}" --no-build-isolation -r "$lock"; } </dev/null >&2; then
        fail "Python 软件包没有装上：请检查网络，或用 PIP_INDEX_URL 指定软件源后重试。" \
            "The Python packages were not installed: check the network, or name a package index in PIP_INDEX_URL and try again."
    fi
    : >".venv/.filled-$(stamp "$lock")"
}

# What Qt reads of the translation is made of its source wherever that is newer.
prepare_translation() {
    local source=resources/translations/dibao_en.ts
    [ ! -e "$source" ] || [ "${source%.ts}.qm" -nt "$source" ] || .venv/bin/python packaging/translations.py --release >&2
}

prepare_system
prepare_environment
prepare_translation
command -v apt-get >/dev/null || : >.venv/.system-told
