"""The last look at a build before readers get it: it is whole, and a client believes it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from builder.emit import read_build
from builder.model.output import CannotPublish
from builder.model.release import WARNINGS, Latest
from builder.model.trust import Trust
from builder.seal.releases import LATEST
from builder.verify.failure import VerificationFailure
from builder.verify.monitor import inspect
from builder.verify.sources import site
from builder.verify.statements import open_statement

_RECORD = "build.json"
_MOST_SHOWN = 10


def prove(folder: Path, *, development: bool = False) -> None:
    """Raises CannotPublish with what is wrong: `build.json` finds damage, the signatures find what was forged.

    A developer's build is refused too, unless it is asked for.
    """
    contents = {file.path: file.content for file in read_build(folder)}
    _require_none(_differing(contents))
    try:
        trust = Trust.model_validate_json(contents[f"{WARNINGS}trust.json"]).model_dump()
        latest = Latest.model_validate(open_statement(contents[LATEST], "latest", [trust["latest"]]))
    except (VerificationFailure, ValueError, KeyError) as error:
        raise CannotPublish("latest.json is not signed by a key of trust.json, or one of them is damaged.") from error
    if trust["development"] and not development:
        raise CannotPublish("It is signed by a developer's machine. Build with --production, or add --development.")
    places = [entry.jurisdiction for entry in latest.releases]
    findings = inspect(trust, site(str(folder)), datetime.now(UTC), places).findings
    _require_none(f"{found.jurisdiction} {found.code} {found.detail}".rstrip() for found in findings)


def _differing(contents: Mapping[str, bytes]) -> Iterator[str]:
    """Files that are not as the build recorded them. The pointer is renewed without a build; it proves itself."""
    recorded = _recorded(contents.get(_RECORD, b""))
    for path in sorted({*contents, *recorded} - {_RECORD, LATEST}):
        if path not in contents:
            yield f"{path} is missing"
        elif path not in recorded:
            yield f"{path} is not part of the build"
        elif hashlib.sha256(contents[path]).hexdigest() != recorded[path]:
            yield f"{path} was changed after the build"


def _recorded(record: bytes) -> Mapping[str, Any]:
    try:
        return dict(json.loads(record)["outputs"])
    except (ValueError, KeyError, TypeError) as error:
        raise CannotPublish(f"{_RECORD} is missing or damaged; this is no finished build.") from error


def _require_none(faults: Iterable[str]) -> None:
    found = list(faults)
    if found:
        more = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
        raise CannotPublish("; ".join(found[:_MOST_SHOWN]) + f"{more}.")
