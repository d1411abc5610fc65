"""Runs the tests on a copy with one mistake, and says which of them noticed it first."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.client.test_client import node_tests
from tests.conformance.clients import by_node
from tests.conformance.vectors import committed
from tests.mutants.mutant import ALERT, ROOT, Mutant

_LEFT_OUT = (".*", "dist", "__pycache__")
_PYTHON_TESTS = ("tests/conformance/test_python.py", "tests/verify")


def killer(mutant: Mutant) -> str | None:
    """The name of the first test that fails, or None if the mistake is not noticed."""
    return _python_killer(mutant) if mutant.in_python else _node_killer(mutant)


def _node_killer(mutant: Mutant) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        modules = Path(folder)
        for source in (ROOT / ALERT).glob("*.js"):
            shutil.copy(source, modules)
        (modules / "package.json").write_text('{"type": "module"}')
        (modules / mutant.file.name).write_text(mutant.text(), "utf-8")
        case = _disagreeing_case(modules)
        if case is not None:
            return case
        try:
            tap = node_tests(modules).stdout
        except subprocess.TimeoutExpired:
            return "a test that never ends"
    found = re.search(r"^not ok \d+ - (.*)$", tap, re.MULTILINE)
    return found[1] if found else None


def _disagreeing_case(modules: Path) -> str | None:
    """All cases in one process, which is quicker than one test for each."""
    try:
        outcomes = by_node(modules)
    except AssertionError:  # it does not even run; the tests say more
        return None
    cases = (case for case in committed() if outcomes[case["name"]] != case["expected"])
    return next((f"case {case['name']}" for case in cases), None)


def _python_killer(mutant: Mutant) -> str | None:
    with _copy_of_the_project() as root:
        (root / mutant.file).write_text(mutant.text(), "utf-8")
        order = ("-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-header", "--tb=no")
        ran = subprocess.run(
            [sys.executable, "-m", "pytest", *order, *_PYTHON_TESTS],
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        )
    found = re.search(r"^(?:FAILED|ERROR) \S+?::(.*?)(?: - .*)?$", ran.stdout, re.MULTILINE)
    if found is None and ran.returncode != 0:
        raise RuntimeError(ran.stdout + ran.stderr)
    return found[1] if found else None


@contextmanager
def _copy_of_the_project() -> Iterator[Path]:
    """True copies: the compiler refuses content that is a link."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve() / "project"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns(*_LEFT_OUT), symlinks=True)
        yield root
