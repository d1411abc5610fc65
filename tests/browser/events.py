"""Stages for the tests of events: on the shipped content, or on the varied one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from builder.emit import emit
from builder.model.order import Order
from builder.pipeline import make
from tests.conftest import TODAY
from tests.events.collecting import Collector, collecting
from tests.events.stage import NOON, Stage, staged, strayed
from tests.events.varied import varied_project
from tests.parties import PARTIES

LOW, TALL = {"width": 360, "height": 500}, {"width": 500, "height": 4000}
Open = Callable[..., Stage]


@pytest.fixture(scope="module")
def shipped_server(dist) -> Iterator[tuple[str, Collector]]:
    with collecting(dist) as running:
        yield running


@pytest.fixture(scope="module")
def varied_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Collector]]:
    folder = tmp_path_factory.mktemp("varied")
    made = make(Order(varied_project(folder / "project"), TODAY), PARTIES)
    assert made.site, made.problems
    emit(made.files, folder / "dist")
    with collecting(folder / "dist") as running:
        yield running


@pytest.fixture
def stage(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Open]:
    """Opens stages. In the end each has asked for nothing but the component's own files, and told nothing unsound.

    `after` is another stage, on the same device; `sends` that a sink is at work.
    """
    opened: list[tuple[Stage, str, bool]] = []
    contexts: list[BrowserContext] = []

    def open_(
        *,
        varied: bool = False,
        sends: bool = False,
        now: datetime = NOON,
        after: Stage | None = None,
        prepare: Callable[[Page], None] | None = None,
        **options: Any,
    ) -> Stage:
        address, server = request.getfixturevalue("varied_server" if varied else "shipped_server")
        options.setdefault("viewport", LOW)
        context = after.page.context if after else browser.new_context(base_url=address, locale="en-GB", **options)
        contexts.append(context)
        made = staged(context, server, now, prepare)
        opened.append((made, address, sends))
        return made

    yield open_
    for made, address, sends in opened:
        made.told()
        assert sends or strayed(made, address) == []
        made.server.faults, made.server.collected = {}, []
    for context in contexts:
        context.close()
