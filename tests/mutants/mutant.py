"""A mutant: one mistake, as an exact replacement in one file."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALERT, VERIFY = Path("theme/components/alert"), Path("builder/verify")


@dataclass(frozen=True)
class Mutant:
    """`old` stands exactly once in the file; `why` says what would go wrong."""

    file: Path
    why: str
    old: str
    new: str

    @property
    def in_python(self) -> bool:
        """Of the Python client; the others are of the alert."""
        return self.file.suffix == ".py"

    def text(self) -> str:
        """The whole file with the mistake. Raises ValueError if the mistake does not fit the file any more."""
        whole = (ROOT / self.file).read_text("utf-8")
        if whole.count(self.old) != 1 or self.old == self.new:
            raise ValueError(f"{self.file}: “{self.old}” stands {whole.count(self.old)} times")
        return whole.replace(self.old, self.new)


def mutants() -> tuple[Mutant, ...]:
    """All of them, the alert's first."""
    found = (one for path in (Path(__file__).parent / "mistakes").glob("*.toml") for one in _read(path))
    return tuple(sorted(found, key=lambda mutant: (mutant.in_python, mutant.file.name)))


def _read(path: Path) -> Iterator[Mutant]:
    table = tomllib.loads(path.read_text("utf-8"))
    for why, mistake in table["mistakes"].items():
        yield Mutant(Path(table["file"]), why, mistake["old"], mistake["new"])
