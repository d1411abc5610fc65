"""A new language: its line in the settings, the site’s own words to be translated, and the places that speak it."""

from functools import cache
from pathlib import Path

from builder.edit.rewriting import CannotRewrite
from builder.edit.scaffold.asked import added, is_in_cldr, place_question
from builder.edit.scaffold.draft import Draft, NewFile
from builder.edit.scaffold.marks import to_translate
from builder.edit.scaffold.questions import Answers, Question
from builder.edit.scaffold.shelf import Shelf
from builder.model.content.scalars import Line, LocaleCode
from builder.model.content.strings import Strings
from builder.model.document import Node
from builder.parse.theme import read_theme
from builder.plan.formats import language_name
from builder.render.material import language_file
from builder.validate.suggestions import did_you_mean

_SETTINGS = "site_config.yml"


def _unusable(shelf: Shelf, _answers: Answers, text: str) -> str:
    """The frame of a page is Material’s, dates and names of countries are CLDR’s: both must know the language."""
    known = _in_the_theme()
    if text in shelf.library.locales:
        return f"The site has “{text}” already."
    if language_file(text) not in known:
        hint = did_you_mean(text, known)
        return (
            f"The frame of the pages (Material for MkDocs) has {len(known)} languages, but not “{text}”. {hint}".strip()
        )
    if not is_in_cldr(text):
        short = text.partition("-")[0]
        return f"How dates and numbers are written in “{text}” is in no list (CLDR). Try “{short}” alone."
    return ""


@cache
def _in_the_theme() -> frozenset[str]:
    """The languages of the frame around every page: Material’s, and those that the project has added."""
    folders = [Path(folder) / "partials" / "languages" for folder in read_theme().template_folders]
    return frozenset(file.stem for folder in folders for file in folder.glob("*.html"))


QUESTIONS = (
    Question("code", "Tag of the language, such as ja, pt-BR or zh-Hans", LocaleCode, taken=_unusable),
    Question(
        "brand", "The exchange’s name in this language", Line,
        default=lambda shelf, _answers: shelf.library.config.brand.names.get(shelf.source_locale, ""),
    ),
    place_question("Which places speak it?", "jurisdictions", several=True, needed=False),
)  # fmt: skip


def language(shelf: Shelf, answers: Answers) -> Draft:
    """The settings with the language as a partial one, its strings, and the places that speak it."""
    code = answers["code"]
    about = f"The site’s own words in {language_name(code)} ({code}). Each mark shows the text to translate."
    words = to_translate(Strings, shelf.value(f"content/strings/{shelf.source_locale}.yml"))
    changed: dict[str, Node] = {_SETTINGS: _settings(shelf, answers)}
    for place in answers.listed("jurisdictions"):
        path = f"content/jurisdictions/{place}/jurisdiction.yml"
        value = shelf.value(path)
        changed[path] = {**value, "locales": added(value.get("locales", []), code)}
    return Draft({f"content/strings/{code}.yml": NewFile(about, words)}, changed, _next_steps(code))


def _settings(shelf: Shelf, answers: Answers) -> Node:
    code, settings = answers["code"], shelf.value(_SETTINGS)
    brand = settings["brand"]
    names = brand.get("names") if isinstance(brand, dict) else None
    if not isinstance(brand, dict) or not isinstance(names, dict):
        raise CannotRewrite(f"{_SETTINGS} has a mistake of its own. Mend it first: antiscam check")
    line: Node = {"code": code, "partial": "true"}
    return {
        **settings,
        "brand": {**brand, "names": {**names, code: answers["brand"]}},
        "locales": added(settings.get("locales", []), line),
    }


def _next_steps(code: str) -> tuple[str, ...]:
    return (
        f"Translate scams, places and campaigns, a file at a time: copy en.yml to {code}.yml.",
        "What has no file yet is shown in the first language, and the page says so.",
        f"When nothing is missing, take “partial: true” below “{code}” out of {_SETTINGS}.",
    )
