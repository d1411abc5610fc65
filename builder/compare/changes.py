"""Two states → all changes: what can do harm first, repeated ones stated once."""

from collections.abc import Iterable, Iterator

from builder.compare.difference import ORDER, Change, Difference, Spot
from builder.compare.facts import corner_findings
from builder.compare.finding import Finding
from builder.compare.names import Names, language
from builder.compare.origins import Origins
from builder.compare.pages import moved_pages, page_findings
from builder.compare.reading import with_pages, without_consequences, without_unread
from builder.compare.settings import setting_findings
from builder.compare.states import EVERYWHERE, State


def compare(before: State, after: State, *, in_full: bool = False) -> Difference:
    """What the public would notice.

    `in_full` is for those who sign: it also lists texts of pages that only follow from other changes or moved within
    their place, such as a sentence around a number, and names, speakers and pictures of what is new.
    """
    names = Names(before, after)
    moved = moved_pages(before, after)
    findings = [*_tree_findings(before, after, names), *page_findings(before, after, moved)]
    if not in_full:
        findings = list(without_consequences(findings))
    findings = with_pages(findings, before, after, moved, in_full=in_full)
    if not in_full:
        findings = list(without_unread(findings))
    origins = Origins(before.documents, after.documents)
    changes = [_change(together, names, origins) for together in _grouped(findings)]
    changes.sort(key=lambda change: ORDER.index(change.kind))
    locales = {corner.locale for state in (before, after) for corner in state.trees if corner.locale}
    return Difference(tuple(changes), {locale: language(locale) for locale in sorted(locales)})


def _tree_findings(before: State, after: State, names: Names) -> Iterator[Finding]:
    for corner in dict.fromkeys((*after.trees, *before.trees)):
        was, now = before.trees.get(corner, {}), after.trees.get(corner, {})
        if corner == EVERYWHERE:
            yield from setting_findings(was, now)
        elif was != now:
            yield from corner_findings(corner, was, now, names)


def _grouped(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.saying, []).append(finding)
    yield from groups.values()


def _change(together: list[Finding], names: Names, origins: Origins) -> Change:
    first = together[0]
    spots = tuple(dict.fromkeys(finding.spot for finding in together))
    pages = dict.fromkeys(address for finding in together for address in finding.pages)
    found = dict.fromkeys(origin for finding in together for origin in origins.of(finding))
    return Change(
        kind=first.kind,
        before=first.before,
        after=first.after,
        spots=spots,
        where=_on_pages(spots, names) if first.only_on_pages and len(pages) > 1 else _where(spots, names),
        sentence=first.sentence,
        pages=tuple(pages),
        origins=tuple(found),
    )


def _on_pages(spots: Iterable[Spot], names: Names) -> str:
    """`Hong Kong: several pages`, which `Change.pages` names."""
    return f"{names.corners(dict.fromkeys(Spot(spot.corner, '') for spot in spots))}: several pages"


def _where(spots: Iterable[Spot], names: Names) -> str:
    """`Hong Kong, English: tip 3`, and every other part that reads the same."""
    parts: dict[str, list[Spot]] = {}
    for spot in spots:
        parts.setdefault(spot.part, []).append(spot)
    return "; ".join(names.corners(of_part) + (f": {part}" if part else "") for part, of_part in parts.items())
