"""The alert's parts that nobody sees, in Node: network, memory, second try, and every case again."""

import os
import re
import subprocess
from pathlib import Path

from tests.conformance.clients import NODE, ROOT

HERE = Path(__file__).parent


def test_every_test_in_node_passes() -> None:
    ran = node_tests()
    assert ran.returncode == 0, "\n".join(failures(ran.stdout)) or ran.stdout + ran.stderr
    counted = re.search(r"^# pass (\d+)$", ran.stdout, re.MULTILINE)
    assert counted is not None
    assert int(counted[1]) > 400


def failures(tap: str) -> list[str]:
    """What Node says of each test that fails."""
    return [found[0] for found in re.finditer(r"^( *)not ok .*?^\1  \.\.\.$", tap, re.MULTILINE | re.DOTALL)]


def node_tests(modules: Path | None = None, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs them on the alert's modules, or on a copy of them."""
    named = {"ANTISCAM_ALERT": str(modules)} if modules else {}
    files = sorted(HERE.glob("*.test.mjs"))
    fixed = ("--test", "--test-reporter=tap", "--test-concurrency=2", "--test-timeout=60000", "--test-force-exit")
    return subprocess.run(
        [NODE, *fixed, *options, *files],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
        env={**os.environ, **named},
    )
