"""Gather the licence texts of all parts that a built folder contains."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from reader.services.parts import OWN_COPIES, TEXTS_OF_OURS, licence_files

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


class MissingLicence(Exception):
    """A part of the folder has no licence text anywhere: it may not be handed on like this."""


def packaged_distributions(modules: set[str]) -> dict[str, importlib.metadata.Distribution]:
    """The installed distributions to which top-level modules belong, by lower-case name."""
    owners = importlib.metadata.packages_distributions()
    names = {name for module in modules for name in owners.get(module, ())}
    return {name.lower().replace("_", "-"): importlib.metadata.distribution(name) for name in sorted(names)}


def copy_distribution_texts(distribution: importlib.metadata.Distribution, folder: Path) -> int:
    """Copy the licence files that a distribution carries; how many there were."""
    files = licence_files(distribution)
    for source in files:
        inside = source.parts[source.parts.index(info_folder(source)) + 1:]
        target = folder.joinpath(*[part for part in inside if part != "licenses"])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return len(files)


def info_folder(file: Path) -> str:
    """The part of a path that is the distribution's own folder of metadata."""
    return next(part for part in file.parts if part.endswith(".dist-info"))


def python_licence() -> Path:
    """The licence text of the running Python."""
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"),
    )
    for place in places:
        if place.is_file():
            return place
    raise MissingLicence("Python")


def debian_copyright(library: Path) -> tuple[str, Path] | None:
    """Package and copyright file of a library that came from a Debian package, else None."""
    if shutil.which("dpkg-query") is None:
        return None
    for place in (library, Path("/usr") / library.relative_to("/")):
        found = subprocess.run(["dpkg-query", "-S", str(place)], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            package = found.stdout.split(":")[0].strip()
            text = Path("/usr/share/doc") / package / "copyright"
            return (package, text) if text.is_file() else None
    return None


def gather(modules: set[str], system_libraries: list[Path], folder: Path) -> list[str]:
    """Write the licence texts into a folder, one folder a part.

    Args:
        modules: top-level modules in the program.
        system_libraries: where on this system the libraries came from that are taken along.
        folder: made anew.

    Returns:
        The parts, with versions where known.

    Raises:
        MissingLicence: a part has none.
    """
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "dibao.txt")
    shutil.copyfile(python_licence(), folder / "python.txt")
    parts = [f"Python {sys.version.split()[0]}"]
    for name, distribution in packaged_distributions(modules).items():
        copied = copy_distribution_texts(distribution, folder / name)
        for text in TEXTS_OF_OURS.get(name, ()):
            (folder / name).mkdir(exist_ok=True)
            shutil.copyfile(HERE / "licences" / text, folder / name / text)
            copied += 1
        if copied == 0:
            raise MissingLicence(name)
        parts.append(f"{distribution.metadata['Name']} {distribution.version}")
    for part, (name, text_file) in OWN_COPIES.items():
        (folder / name).mkdir()
        shutil.copyfile(text_file, folder / name / text_file.name)
        parts.append(part)
    for library in system_libraries:
        found = debian_copyright(library)
        if found is not None and not (folder / "system" / f"{found[0]}.txt").exists():
            (folder / "system").mkdir(exist_ok=True)
            shutil.copyfile(found[1], folder / "system" / f"{found[0]}.txt")
            parts.append(found[0])
    (folder / "README.txt").write_text(
        "邸报所含各部分的许可证。Licences of the parts that this program contains.\n\n" + "\n".join(parts) + "\n",
        encoding="utf-8",
    )
    return parts
