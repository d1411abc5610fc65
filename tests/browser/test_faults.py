"""Whatever network and clock do, a warning stands, without a wrong number, and says what failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.pipeline import Built
from tests.browser.conftest import published
from tests.browser.faulty import Server, faulty
from tests.browser.states import STATES, visited


@pytest.fixture(scope="module")
def network(dist: Path) -> Iterator[tuple[str, Server]]:
    with faulty(dist) as found:
        yield found


@pytest.mark.parametrize("visit", ["first visit", "second visit"])
@pytest.mark.parametrize("name", STATES)
def test_a_warning_stands_without_a_wrong_number(
    browser: Browser, network: tuple[str, Server], built: Built, name: str, visit: str
) -> None:
    state, again = STATES[name], visit == "second visit"
    ended = visited(browser, *network, state, again=again)
    expected = state.again if again else state.first
    assert ended.outcome == expected
    assert len(ended.words) > 100
    true = [contact["phone"]["href"] for contact in published(built, "HK", "en")["contacts"] if contact["phone"]]
    with_numbers = expected[0] in {"bundle", "stored", "stale"}
    assert ended.dialled == (true if with_numbers else [])
    assert "18223" not in ended.words
    assert ("18222" in ended.words) == with_numbers


def test_a_second_visit_asks_for_the_pointer_only(browser: Browser, network: tuple[str, Server]) -> None:
    address, server = network
    asked = {}
    for again in (False, True):
        visited(browser, address, server, STATES["clean"], again=again)
        asked[again] = [path for path, _ in server.asked if path.endswith(".json")]
    assert [len(asked[False]), len(asked[True])] == [3, 1]
    assert asked[True] == ["/warnings/v1/latest.json"]
