"""A new type of scam: facts, words in every language, and its name where it is shown."""

from builder.edit.scaffold.asked import added, choice_of, place_question, slug_of
from builder.edit.scaffold.draft import Draft, NewFile
from builder.edit.scaffold.marks import to_write
from builder.edit.scaffold.questions import Answers, Question
from builder.edit.scaffold.shelf import Shelf
from builder.guide.hints import hint_of
from builder.model.content.scam import ScamFacts, ScamWords
from builder.model.document import Node

_ICON = "robber"
# What is written first is what is asked first; the model knows the order.
_FACTS = ("type", "icon", "vectors", "stages", "tactics", "example_vector")
_LISTS = frozenset(("vectors", "stages", "tactics"))


def _likely_icon(shelf: Shelf, answers: Answers) -> str:
    """That of another scam of the same type."""
    same = (scam.facts.icon for scam in shelf.library.scams.values() if scam.facts.type == answers["type"])
    return next(same, _ICON)


def _vectors(_shelf: Shelf, answers: Answers) -> dict[str, str]:
    meanings = hint_of(ScamFacts, "example_vector").choices
    return {name: meanings.get(name, "") for name in answers.listed("vectors")}


QUESTIONS = (
    slug_of("scam", "scams", "fake-parcel"),
    choice_of(ScamFacts, "type", "Which story is told?"),
    Question(
        "icon", "The small picture beside its name",
        default=_likely_icon, choices=lambda _shelf, _answers: hint_of(ScamFacts, "icon").choices,
    ),
    choice_of(ScamFacts, "vectors", "How does it arrive?", several=True),
    choice_of(ScamFacts, "stages", "Which steps does it go through?", several=True),
    choice_of(ScamFacts, "tactics", "What do the scammers play on?", several=True),
    Question(
        "example_vector", "How does it arrive in the worked example?",
        default=lambda _shelf, answers: next(iter(answers.listed("vectors")), ""), choices=_vectors,
    ),
    place_question("Which places show it?", "jurisdictions", several=True, needed=False),
)  # fmt: skip


def scam(shelf: Shelf, answers: Answers) -> Draft:
    """The files of a scam, and its name at the end of the list of each place that shows it."""
    slug, folder = answers["slug"], f"content/scams/{answers['slug']}"
    facts: dict[str, Node] = {name: list(answers.listed(name)) if name in _LISTS else answers[name] for name in _FACTS}
    new = {f"{folder}/scam.yml": NewFile(f"The scam “{slug}”. Facts only; the words stand beside this file.", facts)}
    for locale in shelf.worded(_locales(shelf, answers.listed("jurisdictions"))):
        about = f"The scam “{slug}” in words ({locale})."
        new[f"{folder}/{locale}.yml"] = NewFile(about, to_write(ScamWords, {}))
    changed = {}
    for code in answers.listed("jurisdictions"):
        path = f"content/jurisdictions/{code}/jurisdiction.yml"
        value = shelf.value(path)
        changed[path] = {**value, "scams": added(value.get("scams", []), slug)}
    return Draft(new, {**changed}, _next_steps(slug, tuple(changed)))


def _locales(shelf: Shelf, places: tuple[str, ...]) -> tuple[str, ...]:
    """The source language, and those of the places that show it."""
    library = shelf.library
    spoken = {locale for code in places for locale in library.jurisdictions[code].facts.locales}
    return tuple(locale for locale in library.locales if locale in {library.config.source_locale, *spoken})


def _next_steps(slug: str, files: tuple[str, ...]) -> tuple[str, ...]:
    if not files:
        return (f"Show it somewhere: add “{slug}” to “scams” in content/jurisdictions/<CC>/jurisdiction.yml.",)
    return (f"It stands last under “scams” in {', '.join(files)}; move it up where it is common.",)
