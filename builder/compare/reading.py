"""Findings → the same with the pages where they are read, and with the texts of pages that none of them tells."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from builder.compare.difference import Corner, Kind, Spot
from builder.compare.finding import Finding
from builder.compare.numbers import forms
from builder.compare.pages import differing_texts
from builder.compare.states import PageTexts, State

# The name of an item, who speaks a line, the picture, and the language that a program reads.
_UNREAD = frozenset({"id", "who", "icon", "language"})


def without_consequences(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leaves out a text that differs only by a number, an address or a name whose change is told anyway."""
    found = list(findings)
    facts = [one for one in found if one.kind.dangerous or one.folder == "site_config.yml"]
    for finding in found:
        of_place = [fact for fact in facts if _meet(fact.spot.corner, finding.spot.corner)]
        if finding.kind is not Kind.text or finding in facts or not _follows(finding, of_place):
            yield finding


def without_unread(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leaves out what no reader sees as words, where the whole item is new or gone and its words are told anyway."""
    for finding in findings:
        whole = not (finding.before and finding.after)
        if not (whole and finding.kind is Kind.text and finding.path and finding.path[-1] in _UNREAD):
            yield finding


def with_pages(
    findings: list[Finding], before: State, after: State, moved: Mapping[str, str], *, in_full: bool
) -> list[Finding]:
    """`moved` are new addresses of pages with their old ones; `in_full` keeps what follows from other findings."""
    readers = _Readers(findings, before, after)
    pages: defaultdict[int, list[str]] = defaultdict(list)
    more: list[Finding] = []
    for address, page, was, now in differing_texts(before, after, moved):
        telling, was_left, now_left = readers.of(page, was, now, in_full=in_full)
        for number in telling:
            pages[number].append(address)
        if was_left or now_left:
            spot = Spot(page.corner, f"page “{page.title}”")
            kind = _kind(was_left, now_left)
            more.append(Finding(kind, spot, was_left, now_left, pages=(address,), only_on_pages=True))
    told = [replace(one, pages=(*one.pages, *pages[number])) for number, one in enumerate(findings)]
    return [*told, *more]


class _Readers:
    """Knows which findings tell a text of a page, and what stood, or stands, somewhere else in its corner."""

    def __init__(self, findings: list[Finding], before: State, after: State) -> None:
        self.findings = findings
        self.telling: defaultdict[str, set[int]] = defaultdict(set)
        for number, finding in enumerate(findings):
            for text in (*_shapes(finding, finding.before), *_shapes(finding, finding.after)):
                self.telling[text].add(number)
        self.before, self.after = _texts(before), _texts(after)
        self.near: dict[Corner, list[tuple[int, Finding]]] = {}

    def of(self, page: PageTexts, was: str, now: str, *, in_full: bool) -> tuple[set[int], str, str]:
        """The findings that tell the two texts, and of each what none of them tells."""
        of_was, of_now = self._telling(was, page), self._telling(now, page)
        was_left, now_left = "" if of_was else was, "" if of_now else now
        if in_full:
            return of_was | of_now, was_left, now_left
        if was_left and now_left and (causes := self._causes(page, was, now)):
            return causes, "", ""
        # What stands elsewhere in the corner has only moved; an order that counts is told by itself.
        was_left = "" if was_left in self.after[page.corner] else was_left
        return of_was | of_now, was_left, "" if now_left in self.before[page.corner] else now_left

    def _telling(self, text: str, page: PageTexts) -> set[int]:
        numbers = self.telling.get(text, ())
        return {number for number in numbers if _meet(self.findings[number].spot.corner, page.corner)}

    def _causes(self, page: PageTexts, was: str, now: str) -> set[int]:
        """The findings whose new texts, put into the old text, make the new one."""
        if page.corner not in self.near:
            told = enumerate(self.findings)
            self.near[page.corner] = [(n, one) for n, one in told if _meet(one.spot.corner, page.corner)]
        near = self.near[page.corner]
        inside = {n: one for n, one in near if any(text in was for text in _shapes(one, one.before))}
        whole = Finding(Kind.text, Spot(page.corner, ""), was, now)
        return set(inside) if _follows(whole, inside.values()) else set()


def _follows(text: Finding, causes: Iterable[Finding]) -> bool:
    made = text.before
    for cause in causes:
        shapes = [*zip(_shapes(cause, cause.before), _shapes(cause, cause.after), strict=False)]
        # As it is shown comes first: a short number is shown and stored alike, a full one is not.
        meant = dict(reversed(shapes))
        # In one pass: what is put in may hold what is looked for.
        if meant:
            made = "".join(meant.get(part, part) for part in re.split(f"({'|'.join(map(re.escape, meant))})", made))
    return bool(text.before) and made == text.after


def _shapes(finding: Finding, text: str) -> tuple[str, ...]:
    """How a value is read: a number also in its link, an address also as people type it."""
    if not text:
        return ()
    if finding.kind is Kind.phone:
        return forms(text)
    if finding.kind is Kind.address:
        return text, text.removeprefix("https://").removeprefix("www.").rstrip("/")
    return (text,)


def _kind(*texts: str) -> Kind:
    """A link that only a page has is an address or a number all the same."""
    if any(text.startswith("tel:") for text in texts):
        return Kind.phone
    return Kind.address if any(text.startswith(("https://", "http://")) for text in texts) else Kind.text


def _meet(one: Corner, other: Corner) -> bool:
    """Whether what stands in one corner may be read in the other: the chooser names all places in all languages."""
    if one.place and not other.place:
        return True
    return one.locale in ("", other.locale) and one.place in ("", other.place)


def _texts(state: State) -> defaultdict[Corner, set[str]]:
    found: defaultdict[Corner, set[str]] = defaultdict(set)
    for page in state.pages.values():
        found[page.corner].update(page.texts)
    return found
