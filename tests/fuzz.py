"""Fuzzing of the gate: whatever bytes stand in a file, there are problems with places, and never an exception.

Run as a program for as long as you like: `python -m tests.fuzz --minutes 5`. The suite runs a few examples of each.
"""

import argparse
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from builder.model.codes import CODES
from builder.model.document import Document
from builder.model.problem import Problem
from builder.parse.reading import read_file
from builder.validate import validate
from tests.conftest import TODAY
from tests.hostile import DOCUMENTS, FILES, ORIGINALS_OF, inputs, spoilt

T = TypeVar("T")


def check_reading(folder: Path, content: bytes) -> Document:
    """Reads the bytes as a file; every problem stands inside them."""
    (folder / "f.yml").write_bytes(content)
    document = read_file(folder, "f.yml")
    check_problems(document.problems, {"f.yml": content})
    assert document.value is not None or document.problems
    return document


def check_gate(folder: Path, file: str, content: bytes) -> None:
    """Puts the bytes in the place of a golden file; what the whole gate says stands inside the files."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_bytes(content)
    spoilt = read_file(folder, file)
    documents = tuple(spoilt if document.source.path == file else document for document in DOCUMENTS)
    verdict = validate(documents, TODAY)
    check_problems(verdict.problems, {**ORIGINALS_OF, file: content})
    assert (verdict.library is None) == any(problem.severity == "error" for problem in verdict.problems)


def check_problems(problems: tuple[Problem, ...], files: dict[str, bytes]) -> None:
    """Every problem has a known code, a sentence, and a place that a person can go to."""
    for problem in problems:
        assert problem.code in CODES
        assert problem.message.strip()
        place = problem.place
        text = files.get(place.file, b"").decode("utf-8", "replace").replace("\r\n", "\n")
        lines = text.split("\n")
        assert 1 <= place.line <= len(lines), problem
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1, problem
        assert place.width >= 1, problem


class _Tally:
    """Executions, exceptions and the slowest input of a long run."""

    def __init__(self) -> None:
        self.executions = 0
        self.exceptions: dict[str, bytes] = {}
        self.slowest = (0.0, b"")

    def run(self, check: Callable[[bytes], T], content: bytes) -> T | None:
        start, result = process_time(), None
        try:
            result = check(content)
        except Exception:  # noqa: BLE001 # reason: the very thing that is looked for
            self.exceptions.setdefault(traceback.format_exc().strip().rpartition("\n")[0][-600:], content)
        self.executions += 1
        self.slowest = max(self.slowest, (process_time() - start, content))
        return result

    def lines(self) -> list[str]:
        seconds, content = self.slowest
        found = [f"exception: {content[:500]!r}\n{trace}" for trace, content in self.exceptions.items()]
        head = f"{self.executions:,} executions, {len(self.exceptions)} exceptions, slowest {1000 * seconds:.0f} ms:"
        return [f"{head} {content[:200]!r} ({len(content):,} bytes)", *found]


def fuzz(minutes: float) -> _Tally:
    """Both properties in turn, with a new seed every few hundred inputs."""
    tally, end, turn = _Tally(), monotonic() + 60 * minutes, 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        while monotonic() < end:
            turn += 1

            @seed(turn)
            @settings(
                max_examples=200,
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            @given(spoilt() | st.tuples(st.sampled_from(FILES), inputs))
            def both(given: tuple[str, bytes]) -> None:
                file, content = given
                document = tally.run(lambda raw: check_reading(folder, raw), content)
                # Of a file that yields no value the gate only passes the problems on; that need not be tried again.
                if document and document.value is not None:
                    tally.run(lambda raw: check_gate(folder, file, raw), content)

            both()
    return tally


def main() -> None:
    """Fuzzes for some minutes, and says what was found."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    tally = fuzz(parser.parse_args().minutes)
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    sys.exit(1 if tally.exceptions else 0)


if __name__ == "__main__":
    main()
