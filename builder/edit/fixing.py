"""Files as they stand → the same files with every correction made of which nobody can doubt that it was meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby

from builder.model.document import Document
from builder.model.order import Order
from builder.model.problem import Correction, Problem
from builder.parse import parse
from builder.parse.reading import read_text
from builder.validate import validate

# A correction can bring to light what the mistake had hidden; what is not mended after so many rounds never will be.
_MOST_ROUNDS = 20


@dataclass(frozen=True)
class Fixed:
    """One file before and after. `mended` are the problems whose corrections were made."""

    path: str
    before: str
    after: str
    mended: tuple[Problem, ...]

    @property
    def difference(self) -> str:
        """A unified diff; a line break that is missing at the end of the file is not made a fuss about."""
        before, after = (text.rstrip("\n").split("\n") for text in (self.before, self.after))
        lines = unified_diff(before, after, f"a/{self.path}", f"b/{self.path}", lineterm="")
        return "".join(f"{line}\n" for line in lines) or f"b/{self.path} ends with a line break.\n"


def fixes(order: Order, wanted: Callable[[str], bool]) -> tuple[Fixed, ...]:
    """What would be written for the files that are wanted. Writes nothing."""
    originals = {document.source.path: document for document in parse(order.root)}
    documents, mended = dict(originals), list[Problem]()
    for _ in range(_MOST_ROUNDS):
        problems = validate(tuple(documents.values()), order.today).problems
        certain = [each for each in problems if each.correction and each.correction.safe and wanted(each.place.file)]
        made = apart(each.correction for each in certain if each.correction)
        if not made:
            break
        documents |= _corrected(documents, made)
        now = frozenset(made)
        mended += (each for each in certain if each.correction in now)
    return tuple(_fixed(originals, documents, mended, wanted))


def _fixed(
    originals: Mapping[str, Document],
    documents: Mapping[str, Document],
    mended: Iterable[Problem],
    wanted: Callable[[str], bool],
) -> Iterator[Fixed]:
    for path, original in originals.items():
        if wanted(path):
            before, after = original.source.text, tidied(documents[path])
            if before != after:
                yield Fixed(path, before, after, tuple(problem for problem in mended if problem.place.file == path))


def _corrected(documents: Mapping[str, Document], made: Iterable[Correction]) -> dict[str, Document]:
    """The documents in which something was corrected, read again."""
    by_file = groupby(made, key=lambda correction: correction.place.file)
    return {path: read_text(path, applied(documents[path].source.text, each)) for path, each in by_file}


def applied(text: str, corrections: Iterable[Correction]) -> str:
    """The text of a file with its corrections; where two overlap only the first is made."""
    for correction in reversed(apart(corrections)):
        text = correction.applied(text)
    return text


def apart(corrections: Iterable[Correction]) -> list[Correction]:
    """Those that can be made at once, sorted by place: of two that overlap the second waits for the next round."""
    taken: list[Correction] = []
    for correction in sorted(set(corrections)):
        place, last = correction.place, taken[-1].place if taken else None
        elsewhere = last is None or (last.file, last.line) != (place.file, place.line)
        if elsewhere or (last and last.column + last.width <= place.column):
            taken.append(correction)
    return taken


def tidied(document: Document) -> str:
    """The text without spaces at the ends of lines, and with one line break at its end, as far as it says the same."""
    text = document.source.text
    if document.value is None or document.problems:
        return text
    tidy = "\n".join(line.rstrip(" \t") for line in text.split("\n")).rstrip("\n") + "\n"
    if tidy == text or _says_the_same(document, tidy):
        return tidy
    # In a text of several lines that keeps its line breaks, spaces at the end of a line may be meant.
    return text if text.endswith("\n") or not _says_the_same(document, f"{text}\n") else f"{text}\n"


def _says_the_same(document: Document, text: str) -> bool:
    again = read_text(document.source.path, text)
    return again.value == document.value and not again.problems
