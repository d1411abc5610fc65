"""Documents → typed entries, and the problems of each file by itself."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from builder.model.content.config import SiteConfig
from builder.model.content.kinds import KINDS, Kind
from builder.model.content.phone import LongNumbers, ShortCodes
from builder.model.content.scalars import Authored
from builder.model.content.strings import Strings
from builder.model.content.switches import Switches
from builder.model.content.trust import TrustFile
from builder.model.document import Document
from builder.model.library import SHORT_CODES, Entry, Library
from builder.model.problem import Place, Problem
from builder.validate.review import LONG_NUMBERS
from builder.validate.suggestions import nearest
from builder.validate.surroundings import Typing

_KINDS = {kind.folder: kind for kind in KINDS}


@dataclass(frozen=True)
class Assembled:
    """A library of all that could be typed; None if there is no configuration to hold it together."""

    library: Library | None
    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]
    listed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    untyped: frozenset[str] = frozenset()


def assemble(documents: tuple[Document, ...], typing: Typing) -> Assembled:
    """Types every document by its path; a file in no known place is a problem."""
    values, problems = _typed(documents, typing)
    by_path = {document.source.path: document for document in documents}
    config = values.get("site_config.yml")
    if not isinstance(config, SiteConfig):
        return Assembled(None, by_path, tuple(problems))
    entries = {kind.folder: _entries(kind, values, by_path, problems) for kind in KINDS}
    codes, trust, switches = values.get(SHORT_CODES), values.get("trust.yml"), values.get("switches.yml")
    library = Library(
        config=config,
        trust=trust if isinstance(trust, TrustFile) else TrustFile(),
        switches=switches if isinstance(switches, Switches) else Switches(),
        strings={_locale_of(path): value for path, value in values.items() if isinstance(value, Strings)},
        short_codes=codes.short_codes if isinstance(codes, ShortCodes) else (),
        **entries,
    )
    listed = values.get(LONG_NUMBERS)
    numbers = listed.long_numbers if isinstance(listed, LongNumbers) else {}
    return Assembled(library, by_path, tuple(problems), numbers, frozenset(by_path.keys() - values.keys()))


def _typed(documents: tuple[Document, ...], typing: Typing) -> tuple[dict[str, Authored], list[Problem]]:
    """The typed values of all sound files by their paths, and every problem of a file by itself."""
    problems: list[Problem] = []
    values: dict[str, Authored] = {}
    for document in documents:
        problems += document.problems
        model = _model_of(document.source.path)
        if model is None:
            if not any(problem.code == "unexpected-file" for problem in document.problems):
                problems.append(_misplaced(document.source.path))
        elif document.value is not None:
            value, own = typing(document, model)
            problems += (problem for problem in own if not _follows(problem, document))
            if value is not None and not document.problems:
                values[document.source.path] = value
    return values, problems


def _follows(problem: Problem, document: Document) -> bool:
    """Whether a problem of the schema only comes of a slip in the same file that moved lines somewhere else."""
    slips = {slip.code for slip in document.problems}
    return bool(slips & {"yaml-syntax", "wrong-indent"}) and problem.code in ("wrong-shape", "wrong-count")


def _model_of(path: str) -> type[Authored] | None:
    match path.split("/"):
        case ["site_config.yml"]:
            return SiteConfig
        case ["trust.yml"]:
            return TrustFile
        case ["switches.yml"]:
            return Switches
        case ["content", "short_codes.yml"]:
            return ShortCodes
        case ["content", "long_numbers.yml"]:
            return LongNumbers
        case ["content", "strings", _]:
            return Strings
        case ["content", folder, _, name] if folder in _KINDS:
            kind = _KINDS[folder]
            return kind.facts if name == kind.facts_file else kind.words
    return None


def _locale_of(path: str) -> str:
    """The language that a file of words is called after."""
    return path.rpartition("/")[2].removesuffix(".yml")


def _misplaced(path: str) -> Problem:
    parts = path.split("/")
    near = nearest(parts[1], (*_KINDS, "strings")) if len(parts) > 2 else None
    hint = f"Move it to content/{near.text}/{'/'.join(parts[2:])}." if near and near.text != parts[1] else ""
    hint = hint or "Move it to its place: content/<kind>/<name>/, for example content/scams/romance/en.yml."
    return Problem(Place(path), "unexpected-file", "No file belongs in this place.", hint)


def _entries(
    kind: Kind, values: Mapping[str, Authored], documents: Mapping[str, Document], problems: list[Problem]
) -> dict[str, Entry[Any, Any]]:
    """The entries of one kind; one without a file of facts is a problem, one with broken facts is left out."""
    words: dict[str, dict[str, Authored]] = defaultdict(dict)
    for path in documents:
        match path.split("/"):
            case ["content", kind.folder, slug, name]:
                words[slug]  # the folder exists, whatever is in it
                if name != kind.facts_file and path in values:
                    words[slug][_locale_of(path)] = values[path]
    entries: dict[str, Entry[Any, Any]] = {}
    for slug in sorted(words):
        facts_file = f"content/{kind.folder}/{slug}/{kind.facts_file}"
        if facts_file in values:
            entries[slug] = Entry(slug, facts_file, values[facts_file], words[slug])
        elif facts_file not in documents:
            message = f"The folder has words but no {kind.facts_file}."
            problems.append(Problem(Place(facts_file), "missing-file", message, "Add the file, or remove the folder."))
    return entries
