"""What surrounds a build: the clock, the network, the packages it is made of."""

import hashlib
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builder.cli import ENVIRONMENT, app, asking
from tests.conftest import GOLDEN, SHIPPED, TODAY


@pytest.mark.parametrize("year", [1970, 2025, 2100])
def test_a_clock_that_cannot_be_right_stops_a_build(project: Path, year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, *_: object) -> "Clock":
            return cls(year, 1, 1, tzinfo=UTC)

    monkeypatch.setattr(asking, "datetime", Clock)
    result = CliRunner().invoke(app, ["build", "--root", str(project)])
    assert result.exit_code == ENVIRONMENT
    assert f"The clock of this machine says {year}-01-01." in result.stderr
    assert not (project / "dist").exists()


def test_a_build_opens_no_connection() -> None:
    script = f"""
import datetime, pathlib, sys
opened = []
sys.addaudithook(lambda event, _: event.startswith("socket.") and opened.append(event))
from builder.model.order import Order
from builder.pipeline import make
from tests.parties import PARTIES
assert make(Order(pathlib.Path({str(GOLDEN)!r}), datetime.date.fromisoformat({str(TODAY)!r})), PARTIES).site
print(opened)
"""
    run = subprocess.run([sys.executable, "-c", script], cwd=SHIPPED, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("[]\n", "")


def test_every_locked_package_has_digests_and_no_address() -> None:
    lock = (SHIPPED / "requirements.lock").read_text("utf-8")
    packages = re.findall(
        r"^[a-z0-9_.-]+==[^\n]*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE
    )
    assert len(packages) == len(re.findall(r"^[a-z0-9_.-]+==", lock, re.MULTILINE)) > 60
    assert "://" not in lock


@pytest.mark.parametrize("tampered", [False, True])
def test_a_package_with_another_digest_than_the_locked_one_is_not_installed(tmp_path: Path, *, tampered: bool) -> None:
    wheel = tmp_path / "locked-1.0-py3-none-any.whl"
    _write_wheel(wheel, b"VALUE = 1\n")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if tampered:
        _write_wheel(wheel, b"VALUE = 2\n")
    (tmp_path / "requirements.lock").write_text(f"locked==1.0 --hash=sha256:{digest}\n", "utf-8")
    command = [
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--require-hashes",
        "--disable-pip-version-check",
    ]
    places = ["--find-links", str(tmp_path), "--target", str(tmp_path / "installed")]
    lock = ["-r", str(tmp_path / "requirements.lock")]
    run = subprocess.run([sys.executable, "-m", *command, *places, *lock], capture_output=True, text=True, check=False)
    assert (run.returncode != 0) is tampered, run.stderr
    assert ("DO NOT MATCH THE HASHES" in run.stderr) is tampered


def _write_wheel(path: Path, module: bytes) -> None:
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("locked.py", module)
        wheel.writestr("locked-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: locked\nVersion: 1.0\n")
        wheel.writestr("locked-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("locked-1.0.dist-info/RECORD", "")
