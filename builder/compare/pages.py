"""Pages before and after → which ones appear, vanish or move, and texts on them that have no other home."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from builder.compare.difference import Corner, Kind, Spot
from builder.compare.finding import Finding
from builder.compare.states import PageTexts, State
from builder.compare.trees import aligned

# A page at a new address is known again if this share of its texts stayed.
_THE_SAME = 0.5


def moved_pages(before: State, after: State) -> Mapping[str, str]:
    """New addresses with the old ones of pages that say mostly the same."""
    gone = [address for address in before.pages if address not in after.pages]
    found: dict[str, str] = {}
    for address, page in after.pages.items():
        if address not in before.pages:
            same = next((other for other in gone if _is_the_same(before.pages[other], page)), None)
            if same is not None:
                gone.remove(same)
                found[address] = same
    return found


def _is_the_same(before: PageTexts, after: PageTexts) -> bool:
    if before.corner != after.corner:
        return False
    return SequenceMatcher(None, before.texts, after.texts, autojunk=False).ratio() >= _THE_SAME


def page_findings(before: State, after: State, moved: Mapping[str, str]) -> Iterator[Finding]:
    """One for each page that moved, and for all that are new or gone in a corner."""
    for address, old in moved.items():
        page = after.pages[address]
        sentence = f"The page “{page.title}” has moved from {old} to {address}."
        yield Finding(Kind.page, Spot(page.corner, ""), old, address, sentence, (address,))
    gone = [address for address in before.pages if address not in after.pages and address not in moved.values()]
    new = [address for address in after.pages if address not in before.pages and address not in moved]
    for corner, addresses in _by_corner(before, gone):
        said = f"{_counted(addresses)} gone: {', '.join(addresses)}."
        yield Finding(Kind.page, Spot(corner, ""), ", ".join(addresses), "", said, addresses)
    for corner, addresses in _by_corner(after, new):
        said = f"{_counted(addresses)} new: {', '.join(addresses)}."
        yield Finding(Kind.page, Spot(corner, ""), "", ", ".join(addresses), said, addresses)


def _by_corner(state: State, addresses: Iterable[str]) -> Iterator[tuple[Corner, tuple[str, ...]]]:
    found: dict[Corner, list[str]] = {}
    for address in addresses:
        found.setdefault(state.pages[address].corner, []).append(address)
    yield from ((corner, tuple(of_corner)) for corner, of_corner in found.items())


def _counted(addresses: tuple[str, ...]) -> str:
    return "1 page is" if len(addresses) == 1 else f"{len(addresses)} pages are"


def differing_texts(before: State, after: State, moved: Mapping[str, str]) -> Iterator[tuple[str, PageTexts, str, str]]:
    """Address, page, and both texts, of every text of a page that differs; empty where there is none."""
    for address, page in after.pages.items():
        was = before.pages.get(moved.get(address, address))
        if was is None or was.texts != page.texts:
            for old, new, _ in aligned(was.texts if was else (), page.texts):
                yield address, page, old or "", new or ""
    for address, page in before.pages.items():
        if address not in after.pages and address not in moved.values():
            yield from ((address, page, text, "") for text in page.texts)
