"""The content → what must be looked up again, by when, and by whom."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from builder.edit.checks import Checkable, checkable
from builder.model.content.config import SiteConfig
from builder.model.content.statistic import Statistic
from builder.model.document import Document
from builder.model.library import Library
from builder.parse.files import CONFIG
from builder.parse.owners import Owners


@dataclass(frozen=True, order=True)
class Due:
    """Something to be done until a day, the last one on which it is still right. `line` is where it stands."""

    by: date
    owner: str
    file: str
    line: int
    kind: str
    jurisdiction: str
    name: str
    task: str


def due(library: Library, documents: Iterable[Document], owners: Owners) -> tuple[Due, ...]:
    """All of it, sorted by day: contacts, short numbers, figures, suppressions."""
    standing = {document.source.path: document for document in documents}
    return tuple(sorted((*_facts(library, standing, owners), *_suppressions(library.config, standing[CONFIG], owners))))


def _facts(library: Library, documents: dict[str, Document], owners: Owners) -> Iterator[Due]:
    for each in checkable(library):
        by, task = _last_day(each, library.config)
        line = documents[each.file].positions.value((*each.path, "checked_on")).line
        yield Due(by, owners.of(each.file), each.file, line, each.kind, each.jurisdiction, each.name, task)


def _last_day(each: Checkable, config: SiteConfig) -> tuple[date, str]:
    windows, fact = config.windows, each.fact
    if not isinstance(fact, Statistic):
        return fact.checked_on + timedelta(windows.contact_days), f"check again; last checked {fact.checked_on}"
    reread = fact.checked_on + timedelta(windows.statistic_days)
    if fact.expires_on <= reread:
        return fact.expires_on, f"replace with the newest figure; this one is of {fact.period}"
    return reread, f"read the source again; last read {fact.checked_on}"


def _suppressions(config: SiteConfig, document: Document, owners: Owners) -> Iterator[Due]:
    for number, each in enumerate(config.suppressions):
        line = document.positions.value(("suppressions", number, "until")).line
        task = f"mend it in {each.file}, or write down a new reason and day"
        yield Due(each.until, owners.of(CONFIG), CONFIG, line, "suppression", "", each.code, task)


def as_lines(rows: Sequence[Due], today: date) -> Iterator[str]:
    """The tasks of each owner under their name, the most urgent owner first."""
    first = {owner: number for number, owner in reversed(list(enumerate(row.owner for row in rows)))}
    by_owner = sorted(rows, key=lambda row: (first[row.owner], row))
    for owner, tasks in groupby(by_owner, key=lambda row: row.owner):
        yield f"{owner}"
        for row in tasks:
            name = f"{row.jurisdiction} {row.name}".strip()
            yield f"  {row.by}  {_left(row.by, today):<14}  {row.kind} {name}: {row.task}"
            yield f"  {'':<10}  {'':<14}  {row.file}:{row.line}"
        yield ""
    yield f"{_things(len(rows))}, {sum(row.by < today for row in rows)} late."


def _things(count: int) -> str:
    return "1 thing to do" if count == 1 else f"{count} things to do"


def _left(by: date, today: date) -> str:
    days = (by - today).days
    amount = "1 day" if abs(days) == 1 else f"{abs(days)} days"
    return "today" if days == 0 else f"{amount} late" if days < 0 else f"in {amount}"


def as_json(rows: Sequence[Due], today: date) -> str:
    """`{"due": [{"by", "days", "owner", "kind", "jurisdiction", "name", "file", "line", "task"}]}`; late: days < 0."""
    listed = [
        {
            "by": row.by.isoformat(),
            "days": (row.by - today).days,
            "owner": row.owner,
            "kind": row.kind,
            "jurisdiction": row.jurisdiction,
            "name": row.name,
            "file": row.file,
            "line": row.line,
            "task": row.task,
        }
        for row in rows
    ]
    return json.dumps({"due": listed}, indent=2, ensure_ascii=False)
