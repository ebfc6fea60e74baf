"""Make a .deb of a built folder, with the Depends that its libraries really have."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NAME = "dibao"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# Loaded by Qt at run time, so no library names them.
LOADED_LATER = ("libegl1",)
# A Chinese font, whichever the desktop brings.
FONTS = "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-arphic-uming"
# Ubuntu 24.04 and Debian 13 call them …t64, for 64-bit time.
RENAMED = {"libcups2", "libglib2.0-0"}


def is_elf(path: Path) -> bool:
    """Whether a file is a program or shared library."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def elf_files(folder: Path) -> list[Path]:
    """The programs and shared libraries under a folder."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink() and is_elf(path)]


def needed_outside(folder: Path) -> tuple[set[str], str]:
    """What the libraries of a folder need that is not in it, and the newest glibc they ask for (such as 2.28)."""
    needed: set[str] = set()
    newest = (2, 0)
    for path in elf_files(folder):
        headers = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        needed.update(re.findall(r"^\s+NEEDED\s+(\S+)", headers, re.MULTILINE))
        versions = re.findall(r"GLIBC_(\d+)\.(\d+)", headers)
        newest = max([newest, *((int(major), int(minor)) for major, minor in versions)])
    inside = {path.name for path in folder.rglob("*.so*")}
    return needed - inside, f"{newest[0]}.{newest[1]}"


def library_paths() -> dict[str, str]:
    """Where the dynamic linker of this system finds each library."""
    lines = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout.splitlines()
    found: dict[str, str] = {}
    for line in lines:
        match = re.match(r"\s+(\S+) \(.*\) => (\S+)", line)
        if match:
            found.setdefault(match[1], match[2])
    return found


def package_of(path: str) -> str | None:
    """The Debian package that a library's file belongs to."""
    real = str(Path(path).resolve())
    for place in (path, real, real.removeprefix("/usr"), f"/usr{path}"):
        found = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(":")[0].strip()
    return None


def depends(folder: Path) -> list[str]:
    """The packages a built folder depends on, from what its libraries name."""
    needed, glibc = needed_outside(folder)
    paths = library_paths()
    packages = {package_of(paths[library]) for library in needed if library in paths}
    missing = sorted(library for library in needed if library not in paths)
    if missing:
        raise SystemExit(f"libraries that no package here provides: {', '.join(missing)}")
    names = {name for name in packages if name} | set(LOADED_LATER)
    names.discard("libc6")
    renamed = [f"{name} | {name}t64" if name in RENAMED else name for name in sorted(names)]
    return [f"libc6 (>= {glibc})", *renamed, FONTS]


def architecture() -> str:
    """Debian's name of this machine's kind."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def render_icons(target: Path) -> None:
    """Put the program's icon into the hicolor theme: the drawing itself and PNGs of it."""
    drawing = ROOT / "resources/icons/dibao.svg"
    scalable = target / "scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copyfile(drawing, scalable / f"{NAME}.svg")
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(drawing))
    for size in ICON_SIZES:
        image = QImage(QSize(size, size), QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        folder = target / f"{size}x{size}/apps"
        folder.mkdir(parents=True)
        image.save(str(folder / f"{NAME}.png"))
    del application


def build(folder: Path, version: str, out: Path) -> Path:
    """Make the package of a built folder.

    Args:
        folder: what PyInstaller made; it goes to /opt/dibao.
        version: of the program.
        out: where the .deb goes.
    """
    stage = ROOT / "build/deb"
    if stage.exists():
        shutil.rmtree(stage)
    shutil.copytree(folder, stage / "opt" / NAME, symlinks=True)
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin" / NAME).symlink_to(f"/opt/{NAME}/{NAME}")
    applications = stage / "usr/share/applications"
    applications.mkdir(parents=True)
    shutil.copyfile(HERE / "dibao.desktop", applications / "dibao.desktop")
    render_icons(stage / "usr/share/icons/hicolor")
    documents = stage / "usr/share/doc" / NAME
    documents.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", documents / "copyright")
    with (documents / "copyright").open("a", encoding="utf-8") as file:
        file.write(f"\n所含各部分的许可证：\nLicences of the parts it contains:\n/opt/{NAME}/licences/\n")
    shutil.copyfile(ROOT / "CHANGELOG.md", documents / "CHANGELOG.md")
    for path in stage.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.is_file() and is_elf(path) and path.name == NAME) else 0o644)
    size = sum(path.lstat().st_size for path in stage.rglob("*") if path.is_file()) // 1024
    control = stage / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        f"Package: {NAME}\nVersion: {version}\nArchitecture: {architecture()}\nSection: text\nPriority: optional\n"
        f"Installed-Size: {size}\nMaintainer: Dibao developers <dibao@localhost>\n"
        f"Depends: {', '.join(depends(folder))}\n"
        "Description: 邸报：政府公报离线阅读与批注 (offline reader and annotator for gazettes)\n"
        " Imports issues of government gazettes, finds any clause, keeps highlights and notes on their clause, and\n"
        " exports excerpts with exact citations. Works without a network.\n",
        encoding="utf-8",
    )
    package = out / f"{NAME}_{version}_{architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(stage), str(package)],
                   check=True, stdout=subprocess.DEVNULL)
    return package
