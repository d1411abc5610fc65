"""The one source of the vocabulary, against what the research asked for and what the content calls things."""

import json
import re

import pytest
from pydantic import ValidationError

from builder.pipeline import Built
from builder.render.event_vocabulary import EventField
from tests.events.samples import VOCABULARY

# All that the research proposed, and what we added.
PROPOSED = [
    *("withdrawal_intent", "eligible", "assigned", "bundle_state", "alert_rendered", "alert_seen", "alert_read"),
    *("question_answered", "resource_opened", "help_contacted", "pause_started", "pause_ended", "edited", "cancelled"),
    *("abandoned", "continued", "submitted", "completed", "resumed", "displaced"),
    *("reported_scam", "reported_false_alarm"),
]
ADDED = ["resource_checked", "not_shown", "load_failed"]


def test_it_holds_every_proposed_event_and_says_which_are_additions() -> None:
    assert sorted(event.name for event in VOCABULARY.events) == sorted(PROPOSED + ADDED)
    assert sorted(event.name for event in VOCABULARY.events if "addition of ours" in event.when) == sorted(ADDED)


def test_every_name_stands_once() -> None:
    for names in ([event.dom for event in VOCABULARY.events], [event.name for event in VOCABULARY.events]):
        assert len(names) == len(set(names))


def test_no_event_has_a_field_of_its_own_by_a_common_name() -> None:
    assert [event.name for event in VOCABULARY.events if event.fields.keys() & VOCABULARY.common.keys()] == []


def test_every_metric_counts_events_that_exist() -> None:
    known = {event.name for event in VOCABULARY.events}
    assert len(VOCABULARY.metrics) == 12
    assert [name for metric in VOCABULARY.metrics for name in metric.counts if name not in known] == []


def test_a_field_says_its_kind_or_its_values() -> None:
    with pytest.raises(ValidationError, match="either a kind or a list"):
        EventField(meaning="neither")
    with pytest.raises(ValidationError, match="either a kind or a list"):
        EventField(meaning="both", kind="id", one_of=("a",))


def test_every_id_that_is_published_has_the_form_of_one(shipped: Built) -> None:
    form = re.compile(VOCABULARY.kinds["id"]["pattern"])
    bundles = [json.loads(file.content) for file in shipped.files if re.search(r"/v1/[A-Z-]+/[^/]+$", file.path)]
    found = [
        one["id"] for bundle in bundles for part in ("alerts", "contacts", "scams") for one in bundle.get(part, ())
    ]
    assert len(found) > 20
    assert [name for name in found if not form.search(name)] == []
