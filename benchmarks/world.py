"""A campaign of any size in the product's own files: the same order gives the same bytes, on every machine."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import facts
from benchmarks.drafts import Author, Draft, campaign_draft, jurisdiction_draft, scam_draft, worded
from benchmarks.phrasebook import phrasebook
from benchmarks.places import Place, places
from benchmarks.yaml_style import Tree, yaml_text

SHIPPED = Path(__file__).parents[1]
LOCALES = ("en", "zh-Hant", "zh-Hans", "ar")
NAMES = {"en": "Example Exchange", "zh-Hant": "範例交易所", "zh-Hans": "示例交易所", "ar": "منصة المثال"}
# One is edited, and another lends its frame. The list of long numbers of more would be refused as too large.
FEWEST_JURISDICTIONS = 2
MOST_JURISDICTIONS = 1000

_Files = Iterator[tuple[str, str]]


@dataclass(frozen=True)
class Size:
    """How large a world is: every jurisdiction speaks every locale and has scams of its own."""

    jurisdictions: int
    locales: int
    scams: int

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages of the world."""
        return LOCALES[: self.locales]

    @property
    def pages(self) -> int:
        """How many pages every builder makes of it: five and one per scam in each language, and the home pages."""
        return self.locales * (self.jurisdictions * (5 + self.scams) + 1)


def make_world(folder: Path, size: Size) -> None:
    """Writes the world into a folder, which must not exist."""
    for path, text in world_files(size):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def world_files(size: Size) -> _Files:
    """Path and text of every file."""
    everywhere, author = tuple(places(size.jurisdictions)), Author()
    yield "site_config.yml", _site_config(size.spoken)
    yield "content/short_codes.yml", facts.short_codes(everywhere)
    yield "content/long_numbers.yml", facts.long_numbers(everywhere)
    yield from _shipped(size.spoken)
    for place in everywhere:
        for path, text in _place_files(place, size, author):
            yield f"content/{path}", text


def _place_files(place: Place, size: Size, author: Author) -> _Files:
    locales, scams = size.spoken, facts.scams_of(place, size.scams)
    home, police, campaign = (
        f"jurisdictions/{place.code}",
        f"partners/{place.slug}-police",
        f"campaigns/{place.slug}-withdrawal",
    )
    yield f"{home}/jurisdiction.yml", facts.jurisdiction_facts(place, locales, scams)
    draft = jurisdiction_draft(author, facts.contacts_of(place), facts.FIGURES)
    for locale in locales:
        yield f"{home}/{locale}.yml", yaml_text({"name": place.name(locale), **_words(draft, locale, place)})
    yield f"{police}/partner.yml", facts.partner_facts(place)
    yield from _in_each(
        locales, police, {"name": author.text("police"), "short_name": author.text("short_name")}, place
    )
    yield f"{campaign}/campaign.yml", facts.campaign_facts(place, scams)
    yield from _in_each(locales, campaign, campaign_draft(author), place)
    for index, scam in enumerate(scams):
        yield from _scam_files(place, index, f"scams/{scam}", locales, author)


def _scam_files(place: Place, index: int, folder: str, locales: Sequence[str], author: Author) -> _Files:
    official = author.text("official_name")
    names = {locale: phrasebook(locale).say(official, place.name(locale)) for locale in locales}
    yield f"{folder}/scam.yml", facts.scam_facts(place, index, names)
    yield from _in_each(locales, folder, scam_draft(author), place)


def _in_each(locales: Sequence[str], folder: str, draft: Mapping[str, Draft], place: Place) -> _Files:
    yield from ((f"{folder}/{locale}.yml", yaml_text(_words(draft, locale, place))) for locale in locales)


def _words(draft: Mapping[str, Draft], locale: str, place: Place) -> dict[str, Tree]:
    book, name = phrasebook(locale), place.name(locale)
    return {key: worded(value, book, name) for key, value in draft.items()}


def _shipped(locales: Sequence[str]) -> _Files:
    """The site's own words and the general pages, as they are shipped."""
    content = SHIPPED / "content"
    for path in sorted((*content.glob("strings/*.yml"), *content.glob("pages/*/*.yml"))):
        if path.stem in locales or path.name == "page.yml":
            yield path.relative_to(SHIPPED).as_posix(), path.read_text("utf-8")


def _site_config(locales: Sequence[str]) -> str:
    home = "https://exchange.example/"
    brand: dict[str, Tree] = {
        "names": {locale: NAMES[locale] for locale in locales},
        "website": home,
        "verify_tool": f"{home}verify",
        "help_centre": f"{home}help",
        "police_portal": f"{home}police-requests",
    }
    return yaml_text(
        {
            "base_url": "https://protect.exchange.example/",
            "brand": brand,
            "locales": [{"code": locale} for locale in locales],
            "windows": {"contact_days": "180", "statistic_days": "550"},
        }
    )


def _jurisdictions(text: str) -> int:
    if FEWEST_JURISDICTIONS <= int(text) <= MOST_JURISDICTIONS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{FEWEST_JURISDICTIONS} to {MOST_JURISDICTIONS} jurisdictions can be made")


def size_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say how large a world is."""
    parser.add_argument("--jurisdictions", type=_jurisdictions, default=250, help="2 to 1000; default: 250")
    parser.add_argument("--locales", type=int, default=4, choices=range(1, len(LOCALES) + 1), help="default: 4")
    parser.add_argument("--scams", type=int, default=8, help="for each jurisdiction; default: 8")


def main() -> None:
    """`python -m benchmarks.world DIR`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.world", description=__doc__)
    parser.add_argument("folder", type=Path, help="is made; must be empty")
    size_arguments(parser)
    given = parser.parse_args()
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty")
    size = Size(given.jurisdictions, given.locales, given.scams)
    make_world(given.folder, size)
    print(f"{given.folder}: {size.pages:,} pages to build")


if __name__ == "__main__":
    main()
