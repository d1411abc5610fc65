"""What stands around the documents that are looked at: all content, or all but a part of it."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from builder.model.content.scalars import Authored
from builder.model.document import Document
from builder.model.problem import Problem
from builder.validate.schema import typed

Typing = Callable[[Document, type[Authored]], tuple[Authored | None, tuple[Problem, ...]]]


@dataclass(frozen=True)
class AuthorFiles:
    """The paths of all authors' files."""

    paths: frozenset[str]

    @cached_property
    def slugs(self) -> Mapping[str, frozenset[str]]:
        """Names of all entries by kind, those with broken files included, so that one mistake is reported once."""
        found: dict[str, set[str]] = defaultdict(set)
        for path in self.paths:
            match path.split("/"):
                case ["content", folder, slug, *_]:
                    found[folder].add(slug)
        return {folder: frozenset(slugs) for folder, slugs in found.items()}


@dataclass(frozen=True)
class Surroundings:
    """The rest of the content, as far as a part of it can clash with the rest.

    `borrowed` are files whose words another part checks. `numbers` are contacts of other parts by the digits of their
    numbers. `typing` gives a document its type, perhaps from memory. The names of all files are checked with one part
    only, which `checks_names`.
    """

    files: AuthorFiles
    borrowed: Collection[str] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    checks_names: bool = True
    typing: Typing = typed
