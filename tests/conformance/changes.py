"""What can be done to a repository, as words that read well in a table of cases."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from builder.keys.private import PrivateKey
from tests.conformance.simulator import Answer, Part, Repository

Change = Callable[[Repository], Repository]
_GONE = object()


@dataclass(frozen=True)
class Case:
    """One way a repository can be, and what every client must make of it.

    `expected` is a code, or a freshness if a warning is to be shown; then `shown` is the locale of the bundle.
    `before` makes the repository of an earlier session, which the client remembers.
    """

    name: str
    why: str
    expected: str
    changes: tuple[Change, ...] = ()
    shown: str = "en"
    before: tuple[Change, ...] | None = None


def case(name: str, why: str, expected: str, *changes: Change, **more: Any) -> Case:
    """A case, with its changes in the order they are made."""
    return Case(name, why, expected, changes, **more)


def changed(changes: tuple[Change, ...]) -> Repository:
    """The repository after all changes."""
    repository = Repository()
    for change in changes:
        repository = change(repository)
    return repository


def put(part: Part, at: str, value: Any) -> Change:
    """Sets what stands at a path such as `contacts.0.phone.href`, before anybody signs."""
    return lambda repository: repository.edit("value", part, lambda whole: _with(whole, at, value))


def without(part: Part, at: str) -> Change:
    """Takes away what stands at a path, before anybody signs."""
    return put(part, at, _GONE)


def _with(whole: Any, at: str, value: Any) -> Any:
    copied = copy.deepcopy(whole)
    *way, last = (int(step) if step.isdigit() else step for step in at.split("."))
    inner = copied
    for step in way:
        inner = inner[step]
    if value is _GONE:
        del inner[last]
    else:
        inner[last] = value
    return copied


def payload(part: Part, edit: Callable[[bytes], bytes]) -> Change:
    """Changes the bytes that are about to be signed, or to be named by a release."""
    return lambda repository: repository.edit("payload", part, edit)


def adding(part: Part, text: str) -> Change:
    """Puts one more member at the end, spelled exactly like this, before anybody signs."""
    return payload(part, lambda content: content[:-1] + b"," + text.encode("utf-8", "surrogatepass") + b"}")


def envelope(part: Part, edit: Callable[[dict[str, Any]], Any]) -> Change:
    """Changes an envelope after it was signed."""
    return lambda repository: repository.edit("envelope", part, edit)


def signature(part: Part, at: int, edit: Callable[[dict[str, str]], Any]) -> Change:
    """Changes one signature after it was made."""

    def edited(whole: dict[str, Any]) -> dict[str, Any]:
        signatures = list(whole["signatures"])
        signatures[at] = edit(signatures[at])
        return {**whole, "signatures": signatures}

    return envelope(part, edited)


def file(part: Part, edit: Callable[[bytes], bytes]) -> Change:
    """Changes the bytes of a file before it is named by its digest."""
    return lambda repository: repository.edit("file", part, edit)


def entry(part: Part, **members: Any) -> Change:
    """Changes what names a file, before anybody signs it."""
    return lambda repository: repository.edit("entry", part, lambda named: {**named, **members})


def served(part: Part, edit: Callable[[bytes], bytes]) -> Change:
    """Changes a file on its way."""
    return lambda repository: repository.edit("served", part, lambda answer: Answer(edit(answer.body)))


def lost(part: Part) -> Change:
    """A file that is not there."""
    return lambda repository: repository.edit("served", part, lambda _: None)


def status(part: Part, number: int) -> Change:
    """A file under another status than 200."""
    return lambda repository: repository.edit("served", part, lambda answer: Answer(answer.body, number))


def signed_by(part: Part, *signers: PrivateKey) -> Change:
    """Has a statement signed by others."""
    return lambda repository: replace(repository, signers={**repository.signers, part: signers})


def at(now: str) -> Change:
    """Another time of the client."""
    return lambda repository: replace(repository, now=now)


def asking(jurisdiction: str = "HK", locale: str = "en") -> Change:
    """Another place or language is wanted."""
    return lambda repository: replace(repository, jurisdiction=jurisdiction, locale=locale)


def published_in(*locales: str) -> Change:
    """The languages of the place."""
    return lambda repository: replace(repository, locales=locales)


def trusting(**parties: Any) -> Change:
    """Other keys are pinned."""
    return lambda repository: replace(repository, trust={**repository.trust, **parties})


def trusting_police(*pinned: Mapping[str, str]) -> Change:
    """Other keys are pinned for the police of Hong Kong."""
    return lambda repository: trusting(police={**repository.trust["police"], "HK": list(pinned)})(repository)
