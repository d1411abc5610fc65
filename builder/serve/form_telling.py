"""A problem as the check reports it → as it is told in the form, where nobody sees lines, keys or quotes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from yaml import YAMLError

from builder.guide.form_fields import TITLES
from builder.guide.form_ground import SPOKEN_OF
from builder.guide.form_words import choice, label, plain, singular
from builder.guide.hints import read_example
from builder.model.document import Document, Node
from builder.model.document import Path as Steps
from builder.parse.files import author_files
from builder.parse.reading import read_file

_PLACE = re.compile(r"(.+?):(\d+):(\d+)")
_ADD_BELOW = re.compile(r"Add “(.+):” below “(.+):”\.")
_QUOTED = re.compile(r'Write "([^"]*)"\.')
_KIND = re.compile(r"\bkind (e164|short|emergency)\b")


class Told(NamedTuple):
    """`item` is where it is inside of its page, such as “Contact “police” › Phone number”; empty for the whole page."""

    item: str
    hint: str
    mended: str


def told_in_form(root: Path, problems: Iterable[Mapping[str, Any]]) -> list[Told]:
    """One for each problem `{place, hint, mended}`, as the preview shows it. Raises ValueError for anything else."""
    known = frozenset(author_files(root))
    return [_told(root, known, *(_text(problem, name) for name in ("place", "hint", "mended"))) for problem in problems]


def _text(problem: Any, name: str) -> str:
    if not isinstance(problem, dict) or not isinstance(problem.get(name), str):
        raise ValueError(name)  # noqa: TRY004 # reason: JSON of another shape is a wrong value
    text = str(problem[name])
    text.encode()  # half of a pair of code points, which JSON can hold, is a ValueError, too
    return text


def _told(root: Path, known: frozenset[str], place: str, hint: str, mended: str) -> Told:
    found = _PLACE.fullmatch(place)
    document = read_file(root, found[1]) if found and found[1] in known else None
    if found is None or document is None or document.value is None:
        # Of a file that the form cannot open, the line is what helps.
        return Told("", hint, mended)
    return Told(item_at(document, int(found[2]), int(found[3])), _without_yaml(hint), _value_in(mended))


def item_at(document: Document, line: int, column: int) -> str:
    """The item and the field at a spot, by the names that the form has for them."""
    spots = [*document.positions.values.items(), *document.positions.keys.items()]
    reached = [(path, place) for path, place in spots if (place.line, place.column) <= (line, column)]
    # An item begins where its first field does: the whole is named, not that field.
    nearest = max(reached, key=lambda spot: (spot[1].line, spot[1].column, -len(spot[0])), default=((), None))
    return " › ".join(_trail(document.value, nearest[0]))


def _trail(value: Node | None, path: Steps) -> list[str]:
    """A name for each step, an item of a list in one with its list."""
    named: list[str] = []
    for number, step in enumerate(path):
        value = value[step] if isinstance(value, list | dict) else None  # type: ignore[index] # reason: a path of this very value
        list_of = str(path[number - 1]) if number else ""
        if isinstance(step, int):
            named[-1:] = [f"{plain(singular(list_of))} {_name(value, step)}"]
        elif list_of in SPOKEN_OF:
            named[-1:] = [f"{plain(singular(list_of))} “{step}”"]
        else:
            named.append(label(step))
    return named


def _name(item: Node | None, number: int) -> str:
    """What an item is called in its list, or its number there."""
    values = (item.get(name) for name in TITLES) if isinstance(item, dict) else ()
    return next((f"“{value}”" for value in values if isinstance(value, str) and value), str(number + 1))


def _without_yaml(hint: str) -> str:
    if added := _ADD_BELOW.fullmatch(hint):
        return f"Write the words of “{added[1]}” under “{label(added[2])}”. Where that is missing, press Reload first."
    plain_hint = _QUOTED.sub(r"Write \1.", hint)
    return _KIND.sub(lambda found: f"kind “{choice(found[1], '')}”", plain_hint)


def _value_in(line: str) -> str:
    """`number: "999"` → “Number: 999”; a line that says more stays as it is."""
    try:
        value = read_example(line.strip())
    except YAMLError:
        return line
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    pairs = list(value.items()) if isinstance(value, dict) else [("", value)]
    name, text = pairs[0]
    if len(pairs) > 1 or not isinstance(text, str):
        return line
    return f"{label(name)}: {text}" if name else text
