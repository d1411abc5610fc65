"""The examples of the alert, as `alert.yml` names them, joined with what is published: the entries of the gallery."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from builder.model.views import GalleryBody, Wording
from builder.render.own_yaml import own_yaml

DESCRIPTION = "components/alert/alert.yml"
Part = Literal["latest", "release", "bundle"]
FaultKind = Literal["slow", "unreachable", "missing", "digit", "portal"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Frozen):
    """Something that an app can set or use."""

    name: str
    description: str
    type: str = ""


class Options(_Frozen):
    """All that an app can set or use, but for the events."""

    attributes: tuple[Option, ...]
    properties: tuple[Option, ...]
    colours: tuple[Option, ...]
    exports: tuple[Option, ...]


class Changed(_Frozen):
    """What differs from the published bundle: members of the bundle, and of every alert, variant and contact in it."""

    bundle: dict[str, Any] = Field(default_factory=dict)
    alert: dict[str, Any] = Field(default_factory=dict)
    variant: dict[str, Any] = Field(default_factory=dict)
    contact: dict[str, Any] = Field(default_factory=dict)
    words: tuple[Literal["pauses", "cool_off"], ...] = ()
    alerts_from_source: bool = False
    mirrored: bool = False


class Expected(_Frozen):
    """What the element tells of itself in the end."""

    source: str
    code: str = ""


class Example(_Frozen):
    """A way in which the alert can stand on a screen, and how a specimen gets there."""

    name: str
    says: str
    shows: Literal["wording", "language", "other-language"] = "language"
    changed: Changed | None = None
    fault: dict[Part, FaultKind] = Field(default_factory=dict)
    kept: bool = False
    late_hours: int = 0
    without_script: bool = False
    press: str = ""
    open: bool = False
    expects: Expected


class Described(_Frozen):
    """`alert.yml`."""

    options: Options
    widths: tuple[int, ...]
    examples: tuple[Example, ...]

    @property
    def by_name(self) -> Mapping[str, object]:
        """What a specimen reads of each example."""
        return {example.name: example.model_dump(exclude_defaults=True) for example in self.examples}


@dataclass(frozen=True)
class Entry:
    """One specimen: its query, and what of it can be filtered."""

    query: str
    title: str
    wording: Wording


@lru_cache(1)
def described(source: str) -> Described:
    """What `alert.yml` says. It is our own file: a mistake in it is a bug, and raises."""
    return Described.model_validate(own_yaml(source))


def entries(example: Example, body: GalleryBody) -> Iterator[Entry]:
    """An example in every wording, or once in every language in which it can be."""
    for wording in _shown(example, body):
        words = (wording.place.name, wording.place.language, wording.variant)
        yield Entry(urlencode(_query(example, wording)), " · ".join(words), wording)


def _shown(example: Example, body: GalleryBody) -> Iterable[Wording]:
    if example.shows == "wording":
        return body.wordings
    fitting = body.wordings if example.shows == "language" else tuple(_translatable(body))
    return {wording.place.locale: wording for wording in reversed(fitting)}.values()


def _translatable(body: GalleryBody) -> Iterator[Wording]:
    """Those in another language of a place that also has the source language."""
    for _, of_place in groupby(body.wordings, lambda wording: wording.jurisdiction):
        wordings = tuple(of_place)
        if any(wording.place.locale == body.source_locale for wording in wordings):
            yield from (wording for wording in wordings if wording.place.locale != body.source_locale)


def _query(example: Example, wording: Wording) -> dict[str, str]:
    return {
        "example": example.name,
        "jurisdiction": wording.jurisdiction,
        "locale": wording.place.locale,
        "placement": wording.placement,
        "alert": wording.alert,
        "chance": wording.chance,
    }
