"""What the native decoders read: the members that their types name, and those that their shapes ask for."""

import re
from collections import Counter
from collections.abc import Iterator

from tests.conftest import SHIPPED

_FOLDER = SHIPPED / "docs" / "native"
_KOTLIN_CLASS = re.compile(r"@Serializable\ndata class (\w+)\((.*?)\)\n(?:\n|$)", re.DOTALL)
_KOTLIN_MEMBER = re.compile(r'(?:@SerialName\("(\w+)"\) )?val (\w+): ')
_SWIFT_TYPE = re.compile(r"^struct (\w+): Decodable, Sendable \{\n(.*?)^\}", re.DOTALL | re.MULTILINE)
_SWIFT_MEMBERS = re.compile(r"^    let ([\w, ]+): ", re.MULTILINE)
_SWIFT_KEY = re.compile(r'^        case (\w+) = "(\w+)"', re.MULTILINE)


def text(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def kotlin_types() -> dict[str, set[str]]:
    """Members as the JSON spells them, by type."""
    source = text("WarningBundle.kt") + text("Statements.kt")
    return {name: set(_kotlin_members(body)) for name, body in _KOTLIN_CLASS.findall(source)}


def _kotlin_members(body: str) -> Iterator[str]:
    for spelt, own in _KOTLIN_MEMBER.findall(body):
        yield spelt or own


def swift_types() -> dict[str, set[str]]:
    """Members as the JSON spells them, by type."""
    source = text("WarningBundle.swift") + text("WarningAlert.swift") + text("Statements.swift")
    return {name: set(_swift_members(body)) for name, body in _SWIFT_TYPE.findall(source)}


def _swift_members(body: str) -> Iterator[str]:
    spelt = dict(_SWIFT_KEY.findall(body))
    for names in _SWIFT_MEMBERS.findall(body):
        for own in names.split(", "):
            yield spelt.get(own, own)


def shape_words(source: str) -> Counter[str]:
    """Every member that a source of shapes asks for, in Kotlin, Swift or Python, and how often."""
    quoted = re.findall(r'"([a-z_][a-z0-9_ ]*)"', source)
    return Counter(word for words in quoted for word in words.split())
