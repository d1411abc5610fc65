"""Folders: called what their facts say, by names that every computer and every address can hold."""

import re
from collections.abc import Iterator

from builder.model.content.kinds import KINDS
from builder.model.problem import Place, Problem
from builder.validate.respelling import respelled
from builder.validate.review import Review
from builder.validate.suggestions import Meant

_SLUG = re.compile(r"(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*")
# Windows opens a device by these names, in every folder.
_DEVICES = frozenset(
    ("aux", "con", "nul", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)


def folder_names(review: Review) -> Iterator[Problem]:
    """A jurisdiction's folder is its code; every other folder's name becomes part of an address."""
    for kind in KINDS if review.around.checks_names else ():
        for slug in review.slugs(kind.folder) if kind.folder != "jurisdictions" else ():
            if wrong := _wrong_name(kind.folder, slug, review.library.locales):
                yield Problem(Place(f"content/{kind.folder}/{slug}/{kind.facts_file}"), "bad-name", *wrong)
    for entry in review.library.jurisdictions.values():
        if entry.facts.code != entry.slug:
            message = f"The code “{entry.facts.code}” stands in the folder “{entry.slug}”."
            hint = f"Write {entry.slug}, or rename the folder to {entry.facts.code}."
            place = review.value(entry.facts_file, "code")
            correction = review.instead(place, entry.facts.code, _code_of(entry.slug))
            yield Problem(place, "wrong-folder", message, hint, correction=correction)


def _code_of(folder: str) -> Meant | None:
    """The code that a folder is called, if it can be one."""
    return next((Meant(folder) for meant in respelled("bad-jurisdiction", folder) if meant.text == folder), None)


def _wrong_name(folder: str, slug: str, locales: tuple[str, ...]) -> tuple[str, str] | None:
    if not _SLUG.fullmatch(slug):
        message = f"The folder’s name “{slug}” cannot be an address."
        return message, "Use small letters, digits and single hyphens, 64 at most."
    if slug in _DEVICES:
        return f"The folder’s name “{slug}” is that of a device on Windows.", "Give the folder another name."
    if folder == "pages" and slug in [locale.lower() for locale in locales]:
        return f"A page cannot be called “{slug}”: that is a language of the site.", "Give the folder another name."
    return None


def case_clashes(review: Review) -> Iterator[Problem]:
    """Windows and macOS take two names that differ only in capitals for one, and lose one of the two files."""
    first: dict[tuple[str, str], str] = {}
    files = review.around.files.paths if review.around.checks_names else ()
    for path in sorted({part for file in files for part in _with_folders(file)}):
        folder, _, name = path.rpartition("/")
        if (other := first.setdefault((folder, name.casefold()), path)) != path:
            message = f"“{path}” and “{other}” differ only in capitals, which Windows and macOS do not tell apart."
            yield Problem(Place(path), "bad-name", message, "Give one of the two another name, or join them.")


def _with_folders(file: str) -> Iterator[str]:
    """A file's path and those of the folders above it."""
    parts = file.split("/")
    yield from ("/".join(parts[:count]) for count in range(1, len(parts) + 1))
