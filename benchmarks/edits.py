"""The two edits that are measured: one text, one phone number. The world stays valid after each."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks.phrasebook import read_vocabulary
from benchmarks.world import LOCALES
from benchmarks.yaml_style import yaml_text

_SOURCE = LOCALES[0]


@dataclass(frozen=True)
class Edit:
    """What was changed: a text or a number that is gone, and the one that stands in its place."""

    code: str
    old: str
    new: str


def change_text(world: Path, code: str) -> Edit:
    """Another word in the first tip of a jurisdiction, another one each time for as long as there are phrases."""
    path = world / "content" / "jurisdictions" / code / f"{_SOURCE}.yml"
    words = _read(path)
    old = words["tips"][0]["text"]
    things = read_vocabulary(_SOURCE)["phrases"]["what"]
    position, thing = next((position, thing) for position, thing in enumerate(things) if thing in old)
    new = old.replace(thing, things[(position + 1) % len(things)])
    words["tips"][0]["text"] = new
    _replace(path, yaml_text(words))
    return Edit(code, old, new)


def change_phone(world: Path, code: str) -> Edit:
    """The first contact's number and its spare change places."""
    path = world / "content" / "jurisdictions" / code / "jurisdiction.yml"
    facts = path.read_text("utf-8")
    first, spare, *_ = _read(world / "content" / "long_numbers.yml")["long_numbers"][code]
    old, new = (first, spare) if f'"{first}"' in facts else (spare, first)
    _replace(path, facts.replace(f'"{old}"', f'"{new}"'))
    return Edit(code, old, new)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


def _replace(path: Path, text: str) -> None:
    """Whoever reads at the same time reads the old file or the new one."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, "utf-8")
    beside.replace(path)
