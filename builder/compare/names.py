"""Codes and ids → the names that people know them by: Hong Kong, Norwegian, “Police helpline”."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from builder.compare.difference import Corner, Spot, listed
from builder.compare.states import State
from builder.model.content.language_tags import english_name


@dataclass(frozen=True)
class Names:
    """What things are called in English where that is known, else in the first language of their place."""

    before: State
    after: State

    def place(self, code: str) -> str:
        """`Hong Kong`; empty for what belongs to no jurisdiction."""
        return self._first(code, "place") or code

    def contact(self, place: str, name: str) -> str:
        """The name of a contact of a place, by its id."""
        return self._of_item(place, "contacts", name, "name") or name

    def number(self, place: str, name: str) -> str:
        """The number of a contact, or nothing."""
        return self._of_item(place, "contacts", name, "phone")

    def title(self, corner: Corner, items: str, name: str) -> str:
        """The title of a scam or a page, by its id."""
        return self._of_item(corner.place, items, name, "title") or name

    def corners(self, spots: Iterable[Spot]) -> str:
        """`Hong Kong` if it is so in all its languages, else `Hong Kong, English`; `the whole site` for no place."""
        languages: dict[str, list[str]] = {}
        for spot in spots:
            languages.setdefault(spot.corner.place, []).append(spot.corner.locale)
        places: dict[str, list[str]] = {}
        for place, locales in languages.items():
            places.setdefault(self._spoken(place, locales), []).append(self.place(place) if place else "the whole site")
        return "; ".join(listed(names) + (f", {spoken}" if spoken else "") for spoken, names in places.items())

    def _spoken(self, place: str, locales: list[str]) -> str:
        """The languages, or nothing if they are all that the place has."""
        both = {*self.before.trees, *self.after.trees}
        every = {corner.locale for corner in both if corner.place == place and corner.locale}
        told = list(dict.fromkeys(locale for locale in locales if locale))
        return "" if set(told) == every and len(every) > 1 else listed(map(language, told))

    def _of_item(self, place: str, items: str, name: str, field: str) -> str:
        for tree in self._trees(place):
            for item in tree.get(items, ()):
                if item.get("id") == name and item.get(field):
                    return str(item[field])
        return ""

    def _first(self, place: str, field: str) -> str:
        return next((str(tree[field]) for tree in self._trees(place) if tree.get(field)), "")

    def _trees(self, place: str) -> list[Mapping[str, Any]]:
        """Those of a place, as it is now first, English first."""
        of_place = [
            (corner.locale.partition("-")[0] != "en", tree)
            for state in (self.after, self.before)
            for corner, tree in state.trees.items()
            if corner.place == place
        ]
        return [tree for _, tree in sorted(of_place, key=lambda found: found[0])]


def language(locale: str) -> str:
    """The English name of a language; its tag where there is none."""
    return english_name(locale) or locale
