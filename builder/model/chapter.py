"""A jurisdiction's part of the site: its files, and what the rest of the site has to know of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.model.output import OutputFile


@dataclass(frozen=True)
class Numbers:
    """Long phone numbers, as digits: a place's own, and those that stand in its files, each with one such file."""

    own: frozenset[str]
    found: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """What a chapter tells the rest of the site: plain values only, so that a ledger can keep it.

    `choices` are name, address, locale, language, direction and wordings for each of its languages. `example` is the
    address of a bundle that may serve as one, or empty. `scripts` are the inline scripts of its pages, as a policy
    names them.
    `unsigned` is a release, as JSON, that the builder signs itself; otherwise `release` names the signed one by
    jurisdiction, version, sha256 and length, if there is any. `held_back` says why something does not go out.
    """

    place: str
    choices: tuple[tuple[str, str, str, str, str, str], ...]
    pages: int
    bundles: int
    example: str
    scripts: tuple[str, ...]
    numbers: Numbers
    unsigned: str
    release: Mapping[str, str | int]
    held_back: str


@dataclass(frozen=True)
class Chapter:
    """The files of a jurisdiction, in any order, and what it tells."""

    files: tuple[OutputFile, ...]
    told: Told
