"""What we say of the elements → `custom-elements.json`, the custom-elements manifest that editors and tools read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.render.event_vocabulary import Event

# Of the manifest’s format, not of the package: https://github.com/webcomponents/custom-elements-manifest
_FORMAT = "2.1.0"
_COLOUR = re.compile(r"^ *(--scam-alert-[a-z-]+): ([^;]+);", re.MULTILINE)


def elements_manifest(
    elements: Iterable[Mapping[str, Any]],
    events: Iterable[Event],
    files: Mapping[str, bytes],
    modules: Iterable[str],
) -> dict[str, object]:
    """The manifest of those elements whose modules are published; `files` are the theme’s, with the styles."""
    published, told = frozenset(modules), tuple(events)
    shown = [element for element in elements if element["module"] in published]
    return {"schemaVersion": _FORMAT, "modules": [_module(each, told, files) for each in shown]}


def _module(element: Mapping[str, Any], events: Iterable[Event], files: Mapping[str, bytes]) -> dict[str, object]:
    module, name = element["module"], element["class"]
    here = {"name": name, "module": module}
    return {
        "kind": "javascript-module",
        "path": module,
        "declarations": [_declaration(element, events, files)],
        "exports": [
            {"kind": "js", "name": name, "declaration": here},
            {"kind": "custom-element-definition", "name": element["tag"], "declaration": here},
        ],
    }


def _declaration(element: Mapping[str, Any], events: Iterable[Event], files: Mapping[str, bytes]) -> dict[str, object]:
    fired = [event for event in events if event.fired_by == element.get("fires")]
    styles = files[element["styles"]].decode() if "styles" in element else ""
    return {
        "kind": "class",
        "customElement": True,
        "name": element["class"],
        "tagName": element["tag"],
        "description": element["description"],
        "superclass": {"name": "HTMLElement"},
        "attributes": [_typed(each) for each in element.get("attributes", ())],
        "members": [{"kind": "field", **_typed(each)} for each in element.get("properties", ())],
        "slots": list(element.get("slots", ())),
        "events": [_event(each) for each in fired],
        "cssProperties": list(_colours(styles)),
    }


def _typed(part: Mapping[str, Any]) -> dict[str, object]:
    return {"name": part["name"], "type": {"text": part["type"]}, "description": part["description"]}


def _event(event: Event) -> dict[str, object]:
    name = f"scam-alert:{event.dom}"
    return {"name": name, "type": {"text": f'ScamAlertEventMap["{name}"]'}, "description": event.when}


def _colours(styles: str) -> Iterator[dict[str, object]]:
    """Those of the light theme, which stand first."""
    for name, value in _COLOUR.findall(styles.partition("}")[0]):
        yield {"name": name, "syntax": "<color>", "default": value, "description": "In light colours; set both themes."}
