"""The guides for app developers: their code is that of the scratch apps, and what they tell is what there is."""

import re
from pathlib import Path
from typing import get_args

import pytest

from builder.model.content.audience import VALUES, Fact
from builder.parse.theme import read_theme
from builder.render.event_vocabulary import event_vocabulary
from tests.conftest import SHIPPED

GUIDES = [SHIPPED / "docs" / name for name in ("app-react.md", "app-html.md")]
# A path in a comment, and the code that stands below it.
QUOTED = re.compile(r"^<!-- (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `([a-z-]+)`", re.MULTILINE)

for_each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)


@for_each_guide
def test_its_code_stands_in_the_app_that_is_tested(guide: Path) -> None:
    quotes = QUOTED.findall(guide.read_text("utf-8"))
    assert len(quotes) >= 4
    strange = [path for path, code in quotes if code not in (SHIPPED / path).read_text("utf-8")]
    assert strange == []


@for_each_guide
def test_it_tells_every_fact_and_every_end(guide: Path) -> None:
    told = set(ROW.findall(guide.read_text("utf-8")))
    events = {event.dom for event in event_vocabulary(read_theme()).events}
    ends = {"stopped", "continued", "pause-started", "passed", "abandoned", "failed"}
    assert ends <= events
    assert told == ends | set(get_args(Fact))


@for_each_guide
def test_it_tells_the_values_that_a_fact_can_have(guide: Path) -> None:
    text = guide.read_text("utf-8")
    for fact, values in VALUES.items():
        assert f"| `{fact}` | {', '.join(f'`{value}`' for value in values)}" in text
