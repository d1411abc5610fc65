"""`python -m benchmarks`: measures antiscam and its peers side by side, and writes down every figure."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.builders import Workplace
from benchmarks.chart import svg
from benchmarks.frame import NoFrame
from benchmarks.generators import PEERS
from benchmarks.proving import WrongOutput
from benchmarks.results import Results, this_machine
from benchmarks.rounds import growth, side_by_side
from benchmarks.running import Failed
from benchmarks.table import markdown
from benchmarks.world import Size, size_arguments

_HERE = Path(__file__).parent
_WORK = _HERE / ".work"


def main() -> None:
    """Measures in a folder of its own, which is removed at the end."""
    given = _arguments()
    size = Size(given.jurisdictions, given.locales, given.scams)
    results = Results(size, this_machine())
    _WORK.mkdir(exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="run-", dir=_WORK) as folder:
            side_by_side(Workplace(Path(folder), size), given.peers, given.rounds, results)
        for count in given.growth:
            with tempfile.TemporaryDirectory(prefix="run-", dir=_WORK) as folder:
                results.growth.append(growth(Path(folder), Size(count, size.locales, size.scams), given.rounds))
    except (Failed, WrongOutput, NoFrame) as error:
        sys.exit(f"The benchmark stopped; nothing was written.\n{error}")
    _write(results, given.out)


def _write(results: Results, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (("json", results.as_json()), ("md", markdown(results)), ("svg", svg(results))):
        (folder / f"results.{name}").write_text(text, "utf-8")
    print(markdown(results))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    size_arguments(parser)
    parser.add_argument("--rounds", type=int, default=3, help="default: 3")
    parser.add_argument("--peers", type=_names, default=list(PEERS), help="default: eleventy,hugo,mkdocs; may be empty")
    parser.add_argument("--growth", type=_counts, default=[25, 250, 1000], help="default: 25,250,1000; may be empty")
    parser.add_argument("--out", type=Path, default=_HERE / "results", help="default: benchmarks/results")
    return parser.parse_args()


def _names(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := set(names) - set(PEERS):
        raise argparse.ArgumentTypeError(f"no such peer: {', '.join(sorted(unknown))}")
    return names


def _counts(text: str) -> list[int]:
    return [int(count) for count in text.split(",") if count]


if __name__ == "__main__":
    main()
