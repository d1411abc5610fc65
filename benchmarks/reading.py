"""The world's YAML, as the checks and the Markdown need it: every scalar a text, the exchange named."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from benchmarks.world import NAMES


@dataclass(frozen=True)
class Edition:
    """Everything one place says in one language."""

    world: Path
    code: str
    locale: str

    @property
    def root(self) -> str:
        """The address of its start page: `hk/zh-hant/`."""
        return f"{self.code}/{self.locale}/".lower()

    @cached_property
    def facts(self) -> Any:
        """What is the same in every language."""
        return _read(self._content / "jurisdictions" / self.code / "jurisdiction.yml")

    @cached_property
    def words(self) -> Any:
        """The words of the place."""
        return self._words("jurisdictions", self.code)

    @cached_property
    def strings(self) -> Any:
        """The site's own words."""
        return self._words("strings")

    @cached_property
    def scams(self) -> dict[str, Any]:
        """The words of each scam, by its slug."""
        return {slug: self._words("scams", slug) for slug in self.facts["scams"]}

    @cached_property
    def contacts(self) -> list[Any]:
        """Facts and words of each contact in one."""
        return [contact | self.words["contacts"][contact["id"]] for contact in self.facts["contacts"]]

    @property
    def first(self) -> Any:
        """The contact to call first."""
        return next(contact for contact in self.contacts if contact["id"] == self.facts["first_call"])

    @cached_property
    def alert(self) -> Any:
        """What the app shows before a withdrawal."""
        campaign = f"{self.code.lower()}-withdrawal"
        facts, words = (
            _read(self._content / "campaigns" / campaign / "campaign.yml"),
            self._words("campaigns", campaign),
        )
        variants = [variant | words["variants"][variant["id"]] for variant in facts["variants"]]
        return {"id": campaign, **facts, **words, "variants": variants}

    @property
    def _content(self) -> Path:
        return self.world / "content"

    def _words(self, *folder: str) -> Any:
        return _read(self._content.joinpath(*folder, f"{self.locale}.yml"), NAMES[self.locale])


def editions(world: Path, codes: list[str], locales: tuple[str, ...]) -> Iterator[Edition]:
    """Every place in every language."""
    yield from (Edition(world, code, locale) for code in codes for locale in locales)


def codes_of(world: Path) -> list[str]:
    """The codes of all places, sorted."""
    return sorted(path.name for path in (world / "content" / "jurisdictions").iterdir())


def _read(path: Path, exchange: str = "{exchange}") -> Any:
    return yaml.load(path.read_text("utf-8").replace("{exchange}", exchange), yaml.CBaseLoader)
