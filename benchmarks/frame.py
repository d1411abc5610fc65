"""A page that antiscam built → the frame around its article, for peers whose pages must weigh as much."""

import re
from pathlib import Path

# Where a peer puts what differs from page to page.
SLOTS = ("title", "description", "canonical", "body")
_MADE = (
    (re.compile(r"(<title>)[^<]*"), r"\g<1>[[title]]"),
    (re.compile(r'(<meta name="description" content=")[^"]*'), r"\g<1>[[description]]"),
    (re.compile(r'(<link rel="canonical" href=")[^"]*'), r"\g<1>[[canonical]]"),
    (re.compile(r"(<article[^>]*>).*?(?=</article>)", re.DOTALL), r"\g<1>[[body]]"),
)
_HEADING = re.compile(r"<h1[^>]*>([^<]*)</h1>")


class NoFrame(Exception):
    """The page is built in another way than the frame expects."""


def write_frames(out: Path, slug: str, scam: str, locales: tuple[str, ...], folder: Path) -> None:
    """A frame for each language, from the page of one scam in the folder that antiscam built."""
    folder.mkdir(parents=True, exist_ok=True)
    for locale in locales:
        page = out / slug / locale.lower() / "scams" / scam / "index.html"
        (folder / f"{locale}.html").write_text(frame_of(page.read_text("utf-8")), "utf-8")


def frame_of(page: str) -> str:
    """The page with slots such as `[[title]]`. The heading goes wherever it stands, also in the menus."""
    heading = _HEADING.search(page)
    if heading is None or "[[" in page or "{{" in page:
        raise NoFrame("antiscam’s page has no plain heading, or has brackets that would look like slots.")
    for pattern, slot in _MADE:
        page, found = pattern.subn(slot, page, count=1)
        if not found:
            raise NoFrame(f"antiscam’s page has no place for {slot.partition('[[')[2]}.")
    return page.replace(heading[1], "[[title]]")
