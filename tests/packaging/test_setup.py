"""packaging/setup.sh installs what is missing, nothing else, and says clearly what it cannot do."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")
TOOLS = ("bash", "awk", "cat", "cut", "dirname", "env", "find", "flock", "rm", "sha256sum")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the set-up script is for Linux")


class Machine:
    """A checkout on a made-up machine: the tools named, packages as told, and a record of what apt was asked."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.bin = folder / "bin"
        self.record = folder / "apt.log"
        (self.checkout / "packaging").mkdir(parents=True)
        self.bin.mkdir()
        for name in ("setup.sh", "system-packages.txt"):
            shutil.copy(ROOT / "packaging" / name, self.checkout / "packaging")
        for lock in LOCKS:
            shutil.copy(ROOT / lock, self.checkout)
        for tool in TOOLS:
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.program("id", "echo 0")
        # As if the environment had been filled from the development lock.
        (self.checkout / ".venv/bin").mkdir(parents=True)
        (self.checkout / ".venv/bin/python").symlink_to(sys.executable)
        sums = subprocess.run(["sha256sum", "requirements-build.lock", "requirements-dev.lock"], cwd=self.checkout,
                              capture_output=True, check=True).stdout
        (self.checkout / f".venv/.filled-{hashlib.sha256(sums).hexdigest()}").touch()

    def program(self, name: str, script: str) -> None:
        """Put a program on the machine."""
        path = self.bin / name
        path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def debian(self, installed: set[str], known: set[str]) -> None:
        """Make it a Debian with these packages installed and those known to its lists."""
        listing = "\\n".join(f"{name} installed" for name in sorted(installed))
        self.program("dpkg-query", f"printf '{listing}\\n'")
        self.program("apt-cache", f'for last; do :; done; case " {" ".join(sorted(known | installed))} " in '
                                  '*" $last "*) exit 0;; *) exit 100;; esac')
        self.program("apt-get", f'echo "$@" >> {self.record}')

    def set_up(self, purpose: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        return subprocess.run(
            [str(self.bin / "bash"), "packaging/setup.sh", purpose], cwd=self.checkout, capture_output=True, text=True,
            env={"PATH": str(self.bin), "LANG": "C.UTF-8"} | environment, stdin=subprocess.DEVNULL, timeout=60,
            check=False,
        )

    def installed_by_apt(self) -> list[str]:
        """The packages that apt-get was asked to install, in order."""
        if not self.record.exists():
            return []
        lines = [line.split() for line in self.record.read_text(encoding="utf-8").splitlines() if " install " in line]
        return [word for line in lines for word in line[line.index("install") + 1:] if not word.startswith("-")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def listed(*groups: str) -> list[str]:
    """The entries of packaging/system-packages.txt in these groups, in order, once each."""
    lines = (ROOT / "packaging/system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return list(dict.fromkeys(row[1] for row in rows if row[0] in groups))


def first_of(entries: list[str]) -> set[str]:
    return {entry.split("|")[0] for entry in entries}


def test_every_listed_package_has_a_group_and_a_reason() -> None:
    lines = (ROOT / "packaging/system-packages.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(maxsplit=2) for line in lines if line and not line.startswith("#")]
    assert [row for row in rows if len(row) < 3 or row[0] not in {"window", "screen", "test", "package"}] == []


def test_a_prepared_machine_is_left_alone(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test", "screen")), set())
    done = machine.set_up("test")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.installed_by_apt() == []


def test_the_translation_is_made_where_its_source_is_newer(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test", "screen")), set())
    python = machine.checkout / ".venv/bin/python"
    python.unlink()
    python.write_text('#!/usr/bin/env bash\necho "$@" >> python.log\ntouch resources/translations/dibao_en.qm\n')
    python.chmod(0o755)
    (machine.bin / "touch").symlink_to(str(shutil.which("touch")))
    source = machine.checkout / "resources/translations/dibao_en.ts"
    source.parent.mkdir(parents=True)
    source.write_text("<TS/>")
    os.utime(source, (1, 1))
    for _ in range(2):
        assert machine.set_up("test").returncode == 0
    assert (machine.checkout / "python.log").read_text() == "packaging/translations.py --release\n"


def test_only_missing_packages_are_installed(machine: Machine) -> None:
    everything = first_of(listed("window", "test"))
    machine.debian(everything - {"openbox", "libxcb-cursor0"}, everything)
    assert machine.set_up("test").returncode == 0
    assert sorted(machine.installed_by_apt()) == ["libxcb-cursor0", "openbox"]


def test_a_renamed_package_counts_as_installed(machine: Machine) -> None:
    machine.debian((first_of(listed("window", "test")) - {"libglib2.0-0"}) | {"libglib2.0-0t64"}, set())
    assert machine.set_up("test").returncode == 0
    assert machine.installed_by_apt() == []


def test_of_alternatives_the_one_is_installed_that_the_lists_know(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test")) - {"libglib2.0-0"}, {"libglib2.0-0t64"})
    assert machine.set_up("test").returncode == 0
    assert machine.installed_by_apt() == ["libglib2.0-0t64"]


def test_any_chinese_font_will_do(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test")) - {"fonts-noto-cjk"}, {"fonts-noto-cjk"})
    machine.program("fc-list", "echo 'CESI仿宋-GB2312'")
    assert machine.set_up("test").returncode == 0
    assert machine.installed_by_apt() == []


def test_a_virtual_display_is_installed_only_where_there_is_none(machine: Machine) -> None:
    machine.debian(first_of(listed("window")), {"xvfb"})
    assert machine.set_up("run", DISPLAY=":0").returncode == 0
    assert machine.installed_by_apt() == []
    assert machine.set_up("run").returncode == 0
    assert machine.installed_by_apt() == ["xvfb"]


def test_who_may_not_install_is_told_what_to_ask_for(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test")) - {"xclip"}, {"xclip"})
    machine.program("id", "echo 1000")
    done = machine.set_up("test")
    assert done.returncode == 1
    assert "apt-get install xclip" in done.stderr
    assert "管理员" in done.stderr
    assert "administrator" in done.stderr


def test_a_failed_installation_stops_with_the_command_to_try(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test")) - {"xclip"}, {"xclip"})
    machine.program("apt-get", 'case "$*" in *install*) exit 100;; esac')
    done = machine.set_up("test")
    assert done.returncode == 1
    assert "sudo apt-get install xclip" in done.stderr


def test_another_system_is_told_what_is_needed_once(machine: Machine) -> None:
    first = machine.set_up("run", DISPLAY=":0")
    assert first.returncode == 0
    assert "libxcb-cursor0" in first.stderr
    assert "Please install" in first.stderr
    assert machine.set_up("run", DISPLAY=":0").stderr == ""


def test_a_changed_lock_fills_the_environment_anew(machine: Machine) -> None:
    machine.debian(first_of(listed("window", "test")), set())
    with (machine.checkout / "requirements-dev.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    record = machine.checkout.parent / "pip.log"
    (machine.checkout / ".venv/bin/python").unlink()
    fake = machine.checkout / ".venv/bin/python"
    fake.write_text(f'#!/usr/bin/env bash\necho "$@" >> {record}\n', encoding="utf-8")
    fake.chmod(0o755)
    assert machine.set_up("test").returncode == 0
    calls = record.read_text(encoding="utf-8")
    assert "--require-hashes -r requirements-build.lock" in calls
    assert "--require-hashes --no-build-isolation -r requirements-dev.lock" in calls
    record.unlink()
    assert machine.set_up("test").stderr == ""
    assert not record.exists()


def test_it_needs_nothing_of_the_callers_folder(machine: Machine, tmp_path: Path) -> None:
    machine.debian(first_of(listed("window", "test")), set())
    done = subprocess.run(
        [str(machine.bin / "bash"), str(machine.checkout / "packaging/setup.sh"), "test"], cwd=tmp_path,
        env=os.environ | {"PATH": str(machine.bin)}, capture_output=True, timeout=60, check=False,
    )
    assert done.returncode == 0
