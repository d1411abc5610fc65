"""Hosts: only plain ones can be written, and only such as one owner has."""

import re
from typing import Annotated

from pydantic import AfterValidator

from builder.model.content.refusal import refusal

# A positive grammar, not a parser: browsers and Python disagree about hosts in odd spellings, so none are allowed.
HOST = r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}"
# Below these endings of two parts anybody, or any office, gets a name. The whole list of such endings has ten thousand
# lines and changes weekly; this table holds the kinds in use by authorities, and where pages can be had for nothing.
_SHARED = re.compile(
    r"(ac|co|com|edu|gob|gouv|gov|go|govt|gv|mil|ne|net|or|org|sch)\.[a-z]{2}"
    r"|(idv|inc|ltd)\.hk|per\.sg|(police|nhs|me|ltd|plc)\.uk"
    r"|(blogspot|github|gitlab|netlify|pages|vercel|web|weebly|wixsite|wordpress|workers)\.(app|com|dev|io)"
)


def hides_letters(host: str) -> bool:
    """Whether a part of a host stands for letters of another script, which can look like a known name."""
    return any(part.startswith("xn--") for part in host.split("."))


def _allowed_host(text: str) -> str:
    if not re.fullmatch(HOST, text):
        hint = "Write only the name, such as adcc.gov.hk: no https://, no slash, no capital letters."
        raise refusal("unsafe-address", "“{text}” is not a host.", text, hint)
    if _SHARED.fullmatch(text):
        raise refusal("host-too-wide", "Many owners have names below “{text}”, and all of them would be allowed.", text)
    return text


Host = Annotated[str, AfterValidator(_allowed_host)]
