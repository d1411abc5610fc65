"""Words hold no web address and no phone number: those stand once, in the facts, where each of them is checked."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import lru_cache

import phonenumbers

from builder.model.document import Path
from builder.model.library import Library
from builder.model.problem import Problem
from builder.validate.review import Review

# Letters of other scripts stand right before an address in a text without spaces, so `\b` would not find its start.
_START, _END = r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])"
_SCHEME = rf"{_START}(?i:https?|ftp|file|data|blob|javascript|vbscript|tel|sms|mailto|intent|wss?):\S+"
_SLASHES = r"(?<![\w:/])[/\\]{2}\w\S*"
_MAIL = r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HOST = rf"(?<![A-Za-z0-9.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:[a-z]{{2,24}}|xn--[a-z0-9-]+){_END}(?:/\S*)?"
_SHOUTED_HOST = rf"(?<![A-Za-z0-9.-])(?:[A-Z0-9-]+\.)+[A-Z]{{2,24}}{_END}(?:/\S*)?"
_ADDRESS = re.compile(f"{_SCHEME}|{_SLASHES}|{_MAIL}|{_HOST}|{_SHOUTED_HOST}")
# Without one of these there is neither an address nor the target of a link; a literal in front is found fastest.
_IN_ADDRESSES = tuple(map(re.compile, ("@", "//", r"\\", "]", r":\S", r"\.\w", r"。[A-Za-z0-9]")))
_IN_NUMBERS = (re.compile(r"\d"),)
# What the reader lets pass between letters that it joins; it could stand between two signs as well.
_INVISIBLE = re.compile("[\u061c\u200c-\u200f]")
# In Markdown: the target of a link that is no placeholder, and a target that is defined apart from its link.
_TARGET = re.compile(r"\]\((?!\{[a-z_]+\}\))([^)]*)|^ *\[[^\]\n]+\]: *(\S+)", re.MULTILINE)
# Signs beyond ASCII by their category: what cannot be seen goes, every dash and every space is as good as another.
_PLAIN_SIGNS = {"Cf": "", "Pd": "-", "Zs": " "}


class _Plainly(dict[int, str]):
    """The plain form of every character, found when it is met first."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not character.isascii():
            digit, category = unicodedata.decimal(character, None), unicodedata.category(character)
            character = _PLAIN_SIGNS.get(category, character) if digit is None else str(digit)
        self[code] = character
        return character


_PLAINLY = _Plainly()
_FULL_STOP_IN_HOST = re.compile(r"(?<=[A-Za-z0-9])[。｡](?=[A-Za-z0-9])")
_LINE_INSIDE_PARAGRAPH = re.compile(r"(?<!\n)\n(?![\n *-])")

# Digits as people group them. A full stop followed by a space ends a sentence.
_RUN = re.compile(r"\+?\(?[0-9](?:(?:[ ()/·-]|\.(?=[0-9])){0,3}[0-9])*")
_NO_PHONE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:19|20)[0-9]{2} ?[-/] ?(?:19|20)[0-9]{2}")
# The shortest full numbers of a country have seven digits; with + five are suspicious.
_FEWEST, _FEWEST_WITH_PLUS = 7, 5


def addresses(review: Review) -> Iterator[Problem]:
    """No web address, mail address or link target stands in words; a page links with a placeholder."""
    for file, path, text in _suspects(review, _IN_ADDRESSES):
        if match := _TARGET.search(text) or _ADDRESS.search(text):
            found = next((group for group in match.groups() if group is not None), match[0])
            in_page = file.startswith("content/pages/")
            link = (
                "In a page, link with a placeholder: [text]({help_centre})." if in_page else "Name the contact instead."
            )
            message = f"The address “{found}” stands in the words."
            place = review.value(file, *path)
            yield Problem(place, "address-in-words", message, f"Addresses stand once, in the facts. {link}")


def phone_numbers(review: Review) -> Iterator[Problem]:
    """No number that somebody could dial stands in words, in whatever digits, be it a contact's or not."""
    contacts = {**review.around.numbers, **contact_numbers(review.library)}
    for file, path, text in _suspects(review, _IN_NUMBERS):
        for match in _RUN.finditer(text):
            shown, digits = match[0], re.sub(r"[^0-9]", "", match[0])
            contact = next(
                (contacts[part] for part in (digits, *re.findall("[0-9]+", shown)) if part in contacts), None
            )
            if contact:
                message = f"“{shown}” is the phone number of “{contact}”, and stands in the words."
                hint = "Name the contact instead; its number stands once, in jurisdiction.yml."
                yield Problem(review.value(file, *path), "address-in-words", message, hint)
            elif len(digits) >= (_FEWEST_WITH_PLUS if "+" in shown else _FEWEST) and not _NO_PHONE.fullmatch(shown):
                message = f"“{shown}” looks like a phone number, and stands in the words."
                hint = "A number to call is a contact. Write a large amount with commas, or as 1.2 million."
                yield Problem(review.value(file, *path), "address-in-words", message, hint)


def _suspects(review: Review, signs: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, Path, str]]:
    """File, path and plain form of every published text that has a sign; files without any are passed over at once."""
    for own in review.words:
        if _has(_nearly_plain(own.whole), signs) or _INVISIBLE.search(own.whole):
            for path, text in own.texts:
                if _has(plain := _plain(text), signs):
                    yield own.file, path, plain
    for scam in review.library.scams.values():
        for number, official in enumerate(scam.facts.official_names):
            for locale, name in official.names.items():
                yield scam.facts_file, ("official_names", number, "names", locale), _plain(name)


@lru_cache(maxsize=1_000)
def _nearly_plain(text: str) -> str:
    """The text in its plain letters; signs of other scripts are still in it, which no sign that is looked for needs."""
    return text if text.isascii() and "&" not in text else unicodedata.normalize("NFKC", html.unescape(text))


@lru_cache(maxsize=4_000)
def _plain(text: str) -> str:
    """The text as a reader sees it: full-width forms, digits of other scripts, entities and dashes made plain."""
    if text.isascii() and "&" not in text:
        return _LINE_INSIDE_PARAGRAPH.sub(" ", text)
    text = unicodedata.normalize("NFKC", html.unescape(text)).translate(_PLAINLY)
    return _LINE_INSIDE_PARAGRAPH.sub(" ", _FULL_STOP_IN_HOST.sub(".", text))


def _has(text: str, signs: tuple[re.Pattern[str], ...]) -> bool:
    return any(sign.search(text) for sign in signs)


def spoken_numbers(review: Review) -> Iterator[str]:
    """The digits of every number in words, whole and in its parts."""
    for _, _, text in _suspects(review, _IN_NUMBERS):
        for match in _RUN.finditer(text):
            yield from (re.sub(r"[^0-9]", "", match[0]), *re.findall("[0-9]+", match[0]))


def contact_numbers(library: Library) -> Mapping[str, str]:
    """The id of every contact by its number in the ways people write it, as digits only."""
    return dict(_contact_numbers(library))


def _contact_numbers(library: Library) -> Iterator[tuple[str, str]]:
    for place in library.jurisdictions.values():
        for contact in place.facts.contacts:
            if contact.phone:
                digits = re.sub(r"\D", "", contact.phone.number)
                yield digits, contact.id
                if contact.phone.kind == "e164" and digits.isascii():
                    with suppress(phonenumbers.NumberParseException):
                        national = str(phonenumbers.parse(f"+{digits}").national_number)
                        yield from ((national, contact.id), (f"0{national}", contact.id))
