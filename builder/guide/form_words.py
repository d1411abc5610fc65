"""Names of fields, values and kinds → what an editor reads beside them in the form."""

import re

from builder.model.content.language_tags import english_name

# Where the name of a key, with spaces for its lines, would say too little.
_LABELS = {
    "locales": "Languages",
    "locale": "Language",
    "jurisdiction": "Place",
    "jurisdictions": "Places",
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
    "short_name": "Name in daily use",
    "short_codes": "Short numbers",
    "allowed_hosts": "Allowed sites",
    "supersedes": "Takes the place of",
    # The form writes the label of a list behind the number of its items.
    "how_it_works": "Steps of the scam",
    "red_flags": "Signs of the scam",
    "what_to_do": "Steps to take",
    "any_of": "Answers that fit",
}
# Where the name of a value, with spaces for its hyphens, is no plain word.
_VALUES = {
    "e164": "Full number",
    "p2p": "P2P trade",
    "e-mail": "E-mail",
    "email-alert": "E-mail alert",
    "cool-off": "Cool-off",
    "first-send": "First transfer",
    "invest-groomed": "Investing with a new friend (invest-groomed)",
    "invest-platform": "False trading site (invest-platform)",
    "job-task": "Online job (job-task)",
    "platform-support": "False support (platform-support)",
    "trade-purchase": "Purchase or trade",
    "mule": "Money mule",
    "not-utf-8": "Not UTF-8",
    "yaml-syntax": "YAML syntax",
    "yaml-feature": "YAML feature",
    "broken-po": "Broken PO file",
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
    "short_codes": "number",
    "long_numbers": "number",
    "allowed_hosts": "site",
    "locales": "language",
    "jurisdictions": "place",
}
# What a hint says for those who write the files themselves: names of keys and values, quotes, names of folders.
_FOR_FILES = re.compile(r" \(`[^`]+`\)|; in YAML [^.]*|(?<=\.) In YAML, [^.]*\.")


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


def without_files(hint: str) -> str:
    """A hint without what only those need who write the files themselves."""
    return _FOR_FILES.sub("", hint)


def choice(value: str, meaning: str) -> str:
    """A value and what it means."""
    name = _VALUES.get(value) or plain(value)
    return f"{name} – {meaning.removesuffix('.')}" if meaning else name


def language(code: str) -> str:
    """`zh-Hant` → “Chinese (Traditional) – zh-Hant”."""
    name = english_name(code)
    return f"{name} – {code}" if name else code


def titled(name: str, title: str) -> str:
    """An entry by its title, and by the name of its folder."""
    return name if title == name else f"{title} – {name}"
