"""Two trees of one corner → findings: what is dialled and opened, alerts in sentences, and texts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.compare.alerts import WORDS, alert_sentences
from builder.compare.difference import Corner, Kind, Spot
from builder.compare.finding import Finding
from builder.compare.names import Names
from builder.compare.parts import part_of
from builder.compare.trees import Leaf, Path, differing

_KINDS: Mapping[str, Kind] = {
    "phone": Kind.phone,
    "first_call": Kind.first_call,
    "url": Kind.address,
    "page": Kind.address,
    "checked_on": Kind.date,
}

# What stands in the files of a place itself.
_OF_PLACES = frozenset(
    {"contacts", "tips", "notes", "intro", "place", "first_call", "never_exchange", "never_police", "figures"}
)


def corner_findings(corner: Corner, before: Any, after: Any, names: Names) -> Iterator[Finding]:
    """Everything that differs in what people of one place and language are told."""
    return _Corner(corner, names).findings(before, after)


@dataclass(frozen=True)
class _Corner:
    corner: Corner
    names: Names

    def findings(self, before: Any, after: Any) -> Iterator[Finding]:
        for leaf in differing(_without_alerts(before), _without_alerts(after)):
            if leaf.path != ("contacts", "order") or _order_itself(leaf, before, after):
                yield self._finding(leaf)
        old, new = _alerts(before), _alerts(after)
        for name in dict.fromkeys((*new, *old)):
            yield from self._of_alert(name, old.get(name, {}), new.get(name, {}))

    def _of_alert(self, name: str, before: Any, after: Any) -> Iterator[Finding]:
        folder = f"content/campaigns/{name}/"
        for kind, was, now, sentence, field in alert_sentences(name, before, after):
            path = ("alerts", name, field)
            yield Finding(kind, Spot(self.corner, ""), was, now, sentence, folder=folder, path=path)
        for leaf in differing(_words(before), _words(after), ("alerts", name)):
            yield self._finding(leaf)

    def _finding(self, leaf: Leaf) -> Finding:
        sentence, folder = self._sentence(leaf), _folder(leaf.path, self.corner)
        part = "" if sentence else part_of(leaf.path, self.corner, self.names)
        spot, kind = Spot(self.corner, part), self._kind(leaf.path)
        return Finding(kind, spot, leaf.before, leaf.after, sentence, folder=folder, path=leaf.path)

    def _sentence(self, leaf: Leaf) -> str:
        """For what “before → after” would not explain."""
        if leaf.path == ("first_call",):
            return self._first_call(leaf)
        if leaf.path[0] != "cancelled":
            return ""
        if leaf.after:
            return f"The alert “{leaf.after}” is taken back: devices stop showing older copies of it."
        return f"The alert “{leaf.before}” is taken back no more."

    def _kind(self, path: Path) -> Kind:
        if path[0] == "cancelled" or path[-1] == "weight":
            return Kind.alert
        return Kind.text if path[0] == "strings" else _KINDS.get(path[-1], Kind.text)

    def _first_call(self, leaf: Leaf) -> str:
        was, now = (self._contact(name) for name in (leaf.before, leaf.after))
        return f"The first call is {now}" + (f" instead of {was}." if leaf.before else ".")

    def _contact(self, name: str) -> str:
        number = self.names.number(self.corner.place, name)
        called = self.names.contact(self.corner.place, name)
        return f"“{called}” ({number or name})" if name else "nobody"


def _order_itself(order: Leaf, before: Any, after: Any) -> bool:
    """Whether more differs than that the first call now stands first."""
    first = {tree.get("first_call") for tree in (before, after)}
    was, now = ([name for name in text.split(", ") if name not in first] for text in (order.before, order.after))
    return was != now or before.get("first_call") == after.get("first_call")


def _without_alerts(tree: Any) -> dict[str, Any]:
    return {key: value for key, value in tree.items() if key != "alerts"}


def _alerts(tree: Any) -> dict[str, Any]:
    return {alert["id"]: alert for alert in tree.get("alerts", ())}


def _words(alert: Any) -> dict[str, Any]:
    return {key: value for key, value in alert.items() if key in WORDS and key != "id"}


def _folder(path: Path, corner: Corner) -> str:
    """Where the source of a text must lie."""
    match path:
        case ("strings", *_):
            return f"content/strings/{corner.locale}.yml"
        case ("alerts" | "scams" | "pages" as items, name, *_) if name != "order":
            return f"content/{'campaigns' if items == 'alerts' else items}/{name}/"
        case (field, *_) if field in _OF_PLACES:
            return f"content/jurisdictions/{corner.place}/"
        case ("name",):
            return "site_config.yml"
    return ""
