"""Build the self-contained folder and the .deb of Dibao, and try the built program. Installs nothing."""

from __future__ import annotations

import argparse
import ast
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

import debian
import licences
import translations

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
FOLDER = DIST / "dibao"


def version() -> str:
    """The program's version, from pyproject.toml."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def run_pyinstaller() -> None:
    """Make `dist/dibao`."""
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
         "--distpath", str(DIST), "--workpath", str(ROOT / "build/pyinstaller"), str(ROOT / "packaging/dibao.spec")],
        check=True, cwd=ROOT,
    )


def strip_python() -> None:
    """Take the debugging symbols off Python's own libraries; those of wheels are not touched."""
    internal = FOLDER / "_internal"
    libraries = [*internal.glob("libpython3*.so*"), *internal.glob("python3*/lib-dynload/*.so")]
    if sys.platform.startswith("linux") and libraries:
        subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)


def packaged_parts() -> tuple[set[str], list[Path]]:
    """Top-level modules in the program and where its system libraries came from, by PyInstaller's own lists."""
    work = ROOT / "build/pyinstaller/dibao"
    modules: set[str] = set()
    libraries: list[Path] = []
    for table in (*work.glob("PYZ-*.toc"), *work.glob("COLLECT-*.toc")):
        for name, source, kind in toc_entries(table):
            if kind == "PYMODULE":
                modules.add(name.split(".")[0])
            elif kind in ("EXTENSION", "BINARY", "DATA"):
                modules.add(Path(name).parts[0].split(".")[0])
                if kind == "BINARY" and source.startswith(("/lib", "/usr/lib")):
                    libraries.append(Path(source))
    return modules, libraries


def toc_entries(table: Path) -> list[tuple[str, str, str]]:
    """The (name, source, kind) triples of a table of contents that PyInstaller left in its work folder."""
    found: list[tuple[str, str, str]] = []

    def collect(value: object) -> None:
        if isinstance(value, tuple) and len(value) == 3 and all(isinstance(part, str) for part in value):
            found.append(value)
        elif isinstance(value, (tuple, list)):
            for part in value:
                collect(part)

    collect(ast.literal_eval(table.read_text(encoding="utf-8")))
    return found


def try_program(program: Path) -> None:
    """Run the built program's self-test as a stranger would: another home, another folder, no Python in sight."""
    with tempfile.TemporaryDirectory(prefix="dibao-try-") as home:
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": home, "LANG": os.environ.get("LANG", "C.UTF-8"),
            "XDG_DATA_HOME": f"{home}/data", "XDG_CONFIG_HOME": f"{home}/config", "XDG_CACHE_HOME": f"{home}/cache",
        }
        subprocess.run([str(program), "--self-test"], check=True, cwd=home, env=environment, timeout=300,
                       stdin=subprocess.DEVNULL)


def try_package(package: Path) -> None:
    """Run the self-test from what the package would put on a disk, without installing it."""
    with tempfile.TemporaryDirectory(prefix="dibao-deb-") as root:
        subprocess.run(["dpkg-deb", "--extract", str(package), root], check=True)
        try_program(Path(root) / "opt/dibao/dibao")


def megabytes(path: Path) -> float:
    """The size of a file or of all files of a folder."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if not file.is_symlink()]
    return sum(file.lstat().st_size for file in files) / 1e6


def main() -> int:
    """Build, gather licences, try, and package."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--no-deb", action="store_true", help="the folder only")
    options = arguments.parse_args()

    begin = time.monotonic()
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    translations.release()
    run_pyinstaller()
    strip_python()
    modules, libraries = packaged_parts()
    parts = licences.gather(modules, libraries, FOLDER / "licences")
    took = time.monotonic() - begin
    print(f"{FOLDER.relative_to(ROOT)}: {megabytes(FOLDER):.0f} MB, {len(parts)} parts, {took:.0f} s", flush=True)
    try_program(FOLDER / ("dibao.exe" if sys.platform == "win32" else "dibao"))
    if not options.no_deb and shutil.which("dpkg-deb"):
        package = debian.build(FOLDER, version(), DIST)
        try_package(package)
        took = time.monotonic() - begin
        print(f"{package.relative_to(ROOT)}: {megabytes(package):.0f} MB, {took:.0f} s in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
