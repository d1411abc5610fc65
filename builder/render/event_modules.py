"""What a host app may add to the alert: its side of the journey, and the opt-in sink, each as one ES module."""

from collections.abc import Iterator

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.model.theme import Theme
from builder.render.event_schemas import event_type
from builder.render.event_vocabulary import FOLDER, Vocabulary, event_vocabulary
from builder.render.modules import joined

JOURNEY, SINK = "scam-journey.js", "scam-sink.js"
# In the order of their needs, the module's own last: only that one exports.
_JOURNEY_PARTS = ("random-id.js", "stops.js", "journey.js")
_SINK_PARTS = ("random-id.js", "cloud-event.js", "sink.js")
_FIRED_BY = {"element": "scam-alert.js", "journey": JOURNEY}


def event_modules(theme: Theme, base_url: str) -> Iterator[OutputFile]:
    """`warnings/v1/scam-journey.js` and `scam-sink.js`. Neither imports anything, not even the other."""
    compiled = {"VOCABULARY": _compiled(event_vocabulary(theme), base_url)}
    yield joined(JOURNEY, theme, [FOLDER + part for part in _JOURNEY_PARTS], "startJourney", {})
    yield joined(SINK, theme, [FOLDER + part for part in _SINK_PARTS], "cloudEvent, startSink", compiled)


def _compiled(vocabulary: Vocabulary, base_url: str) -> dict[str, object]:
    """What the sink has to know of the vocabulary: names and forms, no meanings."""
    events = {
        event.dom: {
            "name": event.name,
            "module": _FIRED_BY[event.fired_by],
            "fields": vocabulary.forms(event.fields),
        }
        for event in vocabulary.events
    }
    return {
        "base": f"{base_url}{WARNINGS}",
        "type": event_type(base_url, "*"),
        "common": vocabulary.forms(vocabulary.common),
        "events": events,
    }
