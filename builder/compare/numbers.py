"""A phone number as one text, so that it is told once, and back to the forms in which a reader meets it."""

_KINDS = {"e164": "", "short": "short number", "emergency": "emergency number"}
_DIALS, _STORED = "dials ", "stored as "


def told(phone: dict[str, str]) -> str:
    """`21 23 45 67, dials +4721234567`: what is shown, dialled and stored, and the kind; nothing is lost."""
    shown, stored, dialled = phone["display"], phone["number"], phone["href"].removeprefix("tel:")
    notes = [_KINDS.get(phone["kind"], phone["kind"])]
    notes += [f"{_DIALS}{dialled}"] if dialled != shown else []
    notes += [f"{_STORED}{stored}"] if stored not in (shown, dialled) else []
    return ", ".join([shown, *filter(None, notes)])


def forms(text: str) -> tuple[str, str, str]:
    """What `told` was made of: as shown, as dialled in a link, as stored."""
    shown, *notes = text.split(", ")
    dialled = next((note.removeprefix(_DIALS) for note in notes if note.startswith(_DIALS)), shown)
    stored = next((note.removeprefix(_STORED) for note in notes if note.startswith(_STORED)), dialled)
    return shown, f"tel:{dialled}", stored
