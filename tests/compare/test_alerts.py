"""An alert in sentences, whatever shape a release gave it."""

import pytest

from builder.compare.alerts import alert_sentences

ALERT = {"id": "no-test", "placement": "withdrawal", "friction": "question", "audience": [], "pauses": []}


@pytest.mark.parametrize("audience", ["men", ["country"], [{"fact": "country"}], {"country": "NO"}])
def test_an_audience_of_another_shape_is_told_all_the_same(audience: object) -> None:
    odd = ALERT | {"audience": audience}
    new = [said.sentence for said in alert_sentences("no-test", {}, odd)]
    assert new[0].startswith("The alert “no-test” is new: shown at “withdrawal” to ")
    changed = [said.sentence for said in alert_sentences("no-test", odd, ALERT)]
    assert [text.partition(" instead")[0] for text in changed] == ["The alert “no-test” is shown to everyone"]


def test_pauses_of_another_shape_are_told_by_their_texts() -> None:
    (said,) = alert_sentences("no-test", ALERT, ALERT | {"pauses": [1, 24]})
    assert said.sentence == "The alert “no-test” offers pauses of these hours: 1, 24, instead of none."
