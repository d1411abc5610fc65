"""What the gallery shows: every published wording of an alert, and the words of frictions that none of them has."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from babel.dates import format_timedelta

from builder.model.bundle import Bundle
from builder.model.cards import Place
from builder.model.content.placeholders import fill
from builder.model.library import Library
from builder.model.views import GalleryBody, SpecimenBody, Wording
from builder.plan.formats import cldr

_PAUSES = (1, 24)
_COOL_OFF = 24


def wordings_of(bundle: Bundle) -> str:
    """Every wording of a bundle's alerts as `placement/alert/variant/chance`, with spaces between them.

    A number drawn at `chance` falls into the middle of the variant's share.
    """
    return " ".join(
        f"{alert.placement}/{alert.id}/{variant.id}/{chance:.4f}"
        for alert in bundle.alerts
        if alert.status == "Actual"
        for variant, chance in zip(alert.variants, _chances([one.weight for one in alert.variants]), strict=True)
    )


def _chances(weights: list[int]) -> Iterator[float]:
    before = 0
    for weight in weights:
        yield (before + weight / 2) / sum(weights)
        before += weight


def gallery(places: Iterable[Place], source_locale: str) -> GalleryBody:
    """All wordings of all places."""
    return GalleryBody(tuple(_wordings(places)), source_locale)


def _wordings(places: Iterable[Place]) -> Iterator[Wording]:
    for place in places:
        for choice in place.choices:
            for wording in choice.wordings.split():
                placement, alert, variant, chance = wording.split("/")
                yield Wording(place.code, choice, placement, alert, variant, chance)


def specimen(library: Library) -> SpecimenBody:
    """The page that mounts one example, with what it needs to know of each language."""
    return SpecimenBody({locale: _words(library, locale) for locale in library.locales})


def _words(library: Library, locale: str) -> dict[str, object]:
    """`fallback` stands in for an alert that does not load; the rest is of frictions."""
    strings = library.strings[locale]
    return {
        "fallback": strings.baseline.advice_yes,
        "pauses": [{"hours": hours, "label": _timed(strings.alert.pause_for, hours, locale)} for hours in _PAUSES],
        "cool_off": _timed(strings.alert.cool_off, _COOL_OFF, locale),
    }


def _timed(text: str, hours: int, locale: str) -> str:
    return fill(text, {"time": format_timedelta(timedelta(hours=hours), threshold=1, locale=cldr(locale))})
