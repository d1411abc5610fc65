"""Names of fields, values and kinds → what an editor reads beside them in the form."""

from babel import Locale, UnknownLocaleError

# Where the name of a key, with spaces for its lines, would say too little.
_LABELS = {
    "locales": "Languages",
    "locale": "Language",
    "vectors": "Ways it arrives",
    "example_vector": "Way it arrives in the example",
    "stages": "Steps it goes through",
    "tactics": "What it plays on",
    "first_call": "Contact to call first",
    "friction": "What stands before going on",
    "intro": "First words",
    "url": "Web address",
    "id": "Short name",
    "on": "Day",
    "by": "Who",
    "any_of": "Any of these",
    "hours": "Opening hours",
    "check": "How it was checked",
    "date": "Date of the page",
    "who": "Who speaks",
    "most": "Showings",
    "phone": "Phone number",
    "kind": "Kind",
    "proceed": "Button: go on",
    "stop": "Button: stop",
    "answer_yes": "Button: yes",
    "answer_no": "Button: no",
    "holdout": "Percent that see no alert",
}
# One of the things in a list.
_SINGULARS = {
    "how_it_works": "step",
    "red_flags": "sign",
    "what_to_do": "step",
    "steps": "step",
    "signs": "sign",
    "any_of": "answer",
    "audience": "condition",
    "exchange": "sentence",
    "police": "sentence",
    "pauses": "number of hours",
    "locales": "language",
}


def label(field: str) -> str:
    """`first_call` → “First call”."""
    return _LABELS.get(field) or plain(field)


def plain(name: str) -> str:
    """`first-send` → “First send”; what has capitals keeps them."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def singular(field: str) -> str:
    """What the button below a list adds: `tips` → “tip”."""
    return _SINGULARS.get(field) or plain(field).lower().removesuffix("s")


def choice(value: str, meaning: str) -> str:
    """A value and what it means."""
    return f"{plain(value)} – {meaning.removesuffix('.')}" if meaning else plain(value)


def language(code: str) -> str:
    """`zh-Hant` → “Chinese (Traditional) – zh-Hant”."""
    try:
        name = Locale.parse(code, sep="-").get_display_name("en")
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name} – {code}" if name else code


def titled(name: str, title: str) -> str:
    """An entry by its title, and by the name of its folder."""
    return name if title == name else f"{title} – {name}"
