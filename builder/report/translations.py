"""How far the site is translated, for people, for a pull request and for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from builder.edit.translate.coverage import Count, Coverage, ToDo
from builder.report.markdown import code, escaped

_HEADS = ("locale", "texts", "translated", "stale", "missing", "not reviewed", "owner")


def as_lines(coverages: Sequence[Coverage], *, named: bool) -> str:
    """A table, a line per language, then each place; `named` adds every text that is stale or missing."""
    rows = [_HEADS, *map(_row, coverages)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = ["  ".join(_cell(row, column, widths) for column in range(len(_HEADS))).rstrip() for row in rows]
    for coverage in coverages:
        places = [f"{place} {_share(count)}" for place, count in coverage.places.items()]
        lines += [f"{coverage.locale}: {', '.join(places)}"] if places else []
        lines += _named(coverage) if named else []
    return "\n".join(lines)


def _cell(row: Sequence[str], column: int, widths: Sequence[int]) -> str:
    """Figures stand below one another at their right ends."""
    is_figure = 0 < column < len(_HEADS) - 1
    return row[column].rjust(widths[column]) if is_figure else row[column].ljust(widths[column])


def _row(coverage: Coverage) -> tuple[str, ...]:
    count = coverage.count
    unreviewed = f"{len(coverage.unreviewed)} of {coverage.files} files"
    figures = (f"{count.texts:,}", f"{count.percent} %", f"{count.stale:,}", f"{count.missing:,}", unreviewed)
    return coverage.locale, *figures, ", ".join(coverage.owners)


def _share(count: Count) -> str:
    return f"{count.percent} %"


def _named(coverage: Coverage) -> Iterator[str]:
    for text in coverage.to_do:
        yield f"\n{text.place.file}:{text.place.line} {coverage.locale} {text.state}  {text.context}  {text.owner}"
        yield from (f"  {name:<12} {_in_one_line(said)}" for name, said in _texts(text) if said)


def _texts(text: ToDo) -> tuple[tuple[str, str], ...]:
    ready = "in the PO file; it is written when the rest of its list or file is translated" if text.waits else ""
    return ("was", text.previous), ("is", text.source), ("translation", text.translation), ("waits", ready)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def as_markdown(coverages: Sequence[Coverage], *, named: bool) -> str:
    """The same as a comment for a pull request."""
    lines = [f"| {' | '.join(_HEADS)} |", f"|{' --- |' * len(_HEADS)}"]
    lines += [f"| {' | '.join(map(escaped, _row(coverage)))} |" for coverage in coverages]
    for coverage in coverages if named else ():
        if coverage.to_do:
            lines += ["", f"**{coverage.locale}**", ""]
            lines += [_item(text) for text in coverage.to_do]
    return "\n".join(lines)


def _item(text: ToDo) -> str:
    was = f"was “{escaped(_in_one_line(text.previous))}”, " if text.previous else ""
    where = code(f"{text.place.file}:{text.place.line}")
    return f"- {text.state}: {where}, {was}is “{escaped(_in_one_line(text.source))}”"


def as_json(coverages: Sequence[Coverage], *, named: bool) -> str:
    """`{"locales": [{"locale", "texts", "stale", "missing", "percent", "places", "files", "unreviewed", "owners"}]}`.

    `named` adds `to_do`: every text that is stale or missing.
    """
    return json.dumps({"locales": [_json(each, named=named) for each in coverages]}, indent=2, ensure_ascii=False)


def _json(coverage: Coverage, *, named: bool) -> dict[str, object]:
    places = {place: _figures(count) for place, count in coverage.places.items()}
    told: dict[str, object] = {"locale": coverage.locale, **_figures(coverage.count), "places": places}
    told |= {"files": coverage.files, "unreviewed": coverage.unreviewed, "owners": coverage.owners}
    return {**told, "to_do": list(map(_to_do, coverage.to_do))} if named else told


def _figures(count: Count) -> dict[str, int]:
    return {**asdict(count), "percent": count.percent}


def _to_do(text: ToDo) -> dict[str, object]:
    told = {name: value for name, value in asdict(text).items() if name != "place"}
    return {**told, "file": text.place.file, "line": text.place.line}
