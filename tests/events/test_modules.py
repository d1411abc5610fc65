"""The two published modules: their size, what is in them, and their tests in Node."""

import gzip
import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from builder.parse.theme import read_theme
from builder.render.event_modules import event_modules
from builder.render.event_vocabulary import FOLDER
from tests.conformance.clients import NODE
from tests.events.samples import BASE_URL, PERSONAL, VOCABULARY, detail
from tests.events.test_schemas import fits

HERE = Path(__file__).parent
MODULES = {file.path.removeprefix("warnings/v1/"): file.content for file in event_modules(read_theme(), BASE_URL)}
# Turns the events that are given into CloudEvents, and says them as JSON.
TURN = """
import { readFileSync } from "node:fs";
import { cloudEvent } from "./scam-sink.mjs";
const given = JSON.parse(readFileSync(0));
console.log(JSON.stringify(given.map(([dom, detail]) => cloudEvent({ type: `scam-alert:${dom}`, detail }))));
"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The modules in a folder, under names by which Node knows ES modules."""
    folder = tmp_path_factory.mktemp("modules")
    for name, content in MODULES.items():
        (folder / name.replace(".js", ".mjs")).write_bytes(content)
    (folder / "turn.mjs").write_text(TURN, "utf-8")
    return folder


@pytest.fixture(scope="module")
def turned(published: Path) -> Callable[[list[tuple[str, Any]]], list[Any]]:
    """What the sink makes of events: a CloudEvents object of each, or None."""

    def turn(events: list[tuple[str, Any]]) -> list[Any]:
        said = subprocess.run(
            [NODE, "turn.mjs"], input=json.dumps(events).encode(), cwd=published, capture_output=True, check=True
        )
        return list(json.loads(said.stdout))

    return turn


def test_there_are_two_and_each_is_at_most_2_kilobytes() -> None:
    assert sorted(MODULES) == ["scam-journey.js", "scam-sink.js"]
    assert {name: size for name, size in sizes().items() if size > 2048} == {}


def sizes() -> dict[str, int]:
    return {name: len(gzip.compress(content, 9)) for name, content in MODULES.items()}


def test_they_import_nothing_and_say_the_same_whenever_they_are_made() -> None:
    for content in MODULES.values():
        assert re.findall(rb"\bimport\b|\beval\b|new Function|innerHTML", content) == []
    assert [file.content for file in event_modules(read_theme(), BASE_URL)] == list(MODULES.values())


def test_only_the_sink_can_send_and_only_by_a_beacon() -> None:
    senders = re.compile(rb"\bfetch\b|XMLHttpRequest|WebSocket|EventSource|sendBeacon|\bImage\b|\.src\b")
    assert senders.findall(MODULES["scam-journey.js"]) == []
    assert senders.findall(MODULES["scam-sink.js"]) == [b"sendBeacon"]


def test_every_part_is_in_one_of_them() -> None:
    named = re.compile(r"^(?:export )?(?:async )?(?:function|const) (\w+)", re.MULTILINE)
    parts = [path for path in read_theme().own if path.startswith(FOLDER) and path.endswith(".js")]
    names = [name for part in parts for name in named.findall(read_theme().own[part].decode())]
    joined = b"".join(MODULES.values())
    assert len(parts) == 5
    assert len(names) > 15
    assert [name for name in names if name.encode() not in joined] == []


def test_every_event_of_the_vocabulary_becomes_what_its_schema_says(turned) -> None:
    given = [(event.dom, {**detail(event), "destination": "secret"}) for event in VOCABULARY.events]
    made = turned(given)
    assert [
        event.name for event, one in zip(VOCABULARY.events, made, strict=True) if not fits("cloud-event", one)
    ] == []
    assert [one["data"] for one in made] == [detail(event) for event in VOCABULARY.events]


def test_nothing_personal_passes_in_any_field_of_any_event(turned) -> None:
    tried = [
        (event, field, value) for event in VOCABULARY.events for field in detail(event) for value in PERSONAL.values()
    ]
    made = turned([(event.dom, {**detail(event), field: value}) for event, field, value in tried])
    passed = [
        (event.name, field, value)
        for (event, field, value), told in zip(tried, made, strict=True)
        if told is not None and told["data"] != {**detail(event), field: None}
    ]
    assert len(tried) > 4000
    assert passed == []


def test_every_test_in_node_passes(published: Path) -> None:
    options = ("--test", "--test-reporter=tap", "--test-timeout=60000", "--test-force-exit")
    ran = subprocess.run(
        [NODE, *options, *sorted(HERE.glob("*.test.mjs"))],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "ANTISCAM_EVENTS": str(published)},
    )
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr
    counted = re.search(r"^# pass (\d+)$", ran.stdout, re.MULTILINE)
    assert counted is not None
    assert int(counted[1]) >= 40
