"""What every file of words says, before it has a language: the same lists, in the same order, everywhere."""

from collections import Counter
from collections.abc import Mapping, Sequence

from benchmarks.phrasebook import Phrasebook, Text
from benchmarks.yaml_style import Tree

Draft = str | Text | Mapping[str, "Draft"] | Sequence["Draft"]

_SPEAKERS = ("scammer", "you", "scammer", "note", "you", "scammer", "scammer", "note")


class Author:
    """Hands out texts, and never the same one twice."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()

    def text(self, *forms: str) -> Text:
        """A text of one sentence for each form."""
        return Text(tuple((form, self._next(form)) for form in forms))

    def texts(self, count: int, *forms: str) -> list[Text]:
        """A list of such texts."""
        return [self.text(*forms) for _ in range(count)]

    def _next(self, form: str) -> int:
        self._used[form] += 1
        return self._used[form]


def scam_draft(author: Author) -> dict[str, Draft]:
    """`content/scams/<slug>/<locale>.yml`, shaped like the romance scam that is shipped, in less than 300 words."""
    lines: list[Draft] = [{"who": who, "text": author.text("sentence")} for who in _SPEAKERS]
    return {
        "title": author.text("scam"),
        "summary": author.text("sentence", "advice"),
        "question": author.text("question"),
        "how_it_works": [*author.texts(5, "sentence"), author.text("coaching")],
        "red_flags": author.texts(6, "sentence"),
        "example": {"setting": author.text("sentence"), "lines": lines},
        "what_to_do": author.texts(5, "advice"),
    }


def jurisdiction_draft(author: Author, contacts: Sequence[str], figures: Sequence[str]) -> dict[str, Draft]:
    """`content/jurisdictions/<code>/<locale>.yml` without its name, sized like that of Hong Kong."""
    tips: list[Draft] = [{"title": author.text("tip"), "text": author.text("advice", "sentence")} for _ in range(7)]
    return {
        "intro": author.text("intro", "advice"),
        "contacts": {contact: _contact(author, contact) for contact in contacts},
        "statistics": {figure: author.text("figure") for figure in figures},
        "tips": tips,
        "never_asks": {"exchange": author.texts(6, "exchange_never"), "police": author.texts(6, "police_never")},
        "local_notes": author.texts(2, "sentence", "sentence"),
    }


def campaign_draft(author: Author) -> dict[str, Draft]:
    """`content/campaigns/<slug>/<locale>.yml`: the alert in two wordings."""
    return {
        "variants": {
            variant: {"heading": author.text("heading"), "consequence": author.text("sentence", "advice")}
            for variant in ("calm", "direct")
        },
        "question": author.text("question"),
        "answer_yes": author.text("answer_yes"),
        "answer_no": author.text("answer_no"),
        "advice_yes": author.text("advice", "sentence"),
        "advice_no": author.text("advice", "sentence"),
        "scams_heading": author.text("scams_heading"),
        "call_heading": author.text("call_heading"),
        "stop": author.text("stop"),
        "proceed": author.text("proceed"),
    }


def worded(draft: Draft, book: Phrasebook, place: str) -> Tree:
    """The draft in one language, about the place of that name."""
    if isinstance(draft, Text):
        return book.say(draft, place)
    if isinstance(draft, str):
        return draft
    if isinstance(draft, Mapping):
        return {key: worded(value, book, place) for key, value in draft.items()}
    return [worded(item, book, place) for item in draft]


def _contact(author: Author, contact: str) -> dict[str, Draft]:
    words: dict[str, Draft] = {"name": author.text(contact), "helps_with": author.text("sentence")}
    return words | (
        {"operator": author.text("operator")} if contact == "helpline" else {"limits": author.text("sentence")}
    )
