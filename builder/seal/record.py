"""What went in and what came out: `build.json`."""

from collections.abc import Mapping
from datetime import date

from builder.model.json_bytes import json_bytes
from builder.model.output import OutputFile


def build_record(day: date, sources: Mapping[str, str], outputs: Mapping[str, str]) -> OutputFile:
    """Digests of every author's file and of every published one, so that anyone can compare two builds.

    `latest.json` is left out by the caller: it is renewed without a build.
    """
    record = {"as_of": day.isoformat(), "sources": dict(sources), "outputs": dict(outputs)}
    return OutputFile("build.json", json_bytes(record))
