"""Which alert is shown: the alert in Node and a plain reference in Python give the same answer to every question."""

import json
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.conformance.clients import NODE, ROOT
from tests.decisions.questions import NOW, questions
from tests.decisions.reference import Answer, decision

COMMITTED = ROOT / "conformance" / "decisions.json"
MANY, FEW = 20_000, 500


def by_the_alert(asked: Iterable[Any], modules: Path = ROOT / "theme/components/alert") -> list[Answer]:
    lines = "".join(f"{json.dumps(question)}\n" for question in asked)
    command = [NODE, ROOT / "conformance" / "decide.mjs", modules]
    done = subprocess.run(command, check=True, input=lines, capture_output=True, text=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_both_agree_on_many_random_questions() -> None:
    asked = list(questions(MANY, seed=5))
    answers = by_the_alert(asked)
    assert len(answers) == MANY
    differing = [
        (question, answer) for question, answer in zip(asked, answers, strict=True) if answer != decision(question)
    ]
    assert differing[:1] == []


def test_the_questions_reach_every_answer() -> None:
    reached = Counter((answer["outcome"], answer["reason"]) for answer in map(decision, questions(MANY, seed=5)))
    wanted = [("show", None), ("general", "no-alert"), *(("pass", why) for why in ("audience", "holdout", "resting"))]
    assert all(reached[each] > MANY / 100 for each in wanted), reached


def test_the_committed_questions_are_answered_as_they_say(rewrite: bool) -> None:
    if rewrite:
        cases = [{"question": question, "answer": decision(question)} for question in questions(FEW, seed=1)]
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
        COMMITTED.write_text(f"[\n{lines}\n]\n", "utf-8")
    cases = json.loads(COMMITTED.read_text("utf-8"))
    assert len(cases) == FEW
    assert by_the_alert(case["question"] for case in cases) == [case["answer"] for case in cases]


@pytest.mark.parametrize(
    "context", [None, 5, "new", [], {"address": {"new": True}}, {"address": None}, {"strange": "x"}]
)
def test_what_an_app_reports_badly_never_silences_the_alert(context: Any) -> None:
    [answer] = by_the_alert([_question(context=context)])
    assert answer["outcome"] == "show"


def test_a_clock_that_was_set_back_does_not_let_it_rest() -> None:
    tomorrow = NOW + 24 * 3_600_000
    [answer] = by_the_alert([_question(memory={"new-address": {"shown": [tomorrow, tomorrow]}})])
    assert (answer["outcome"], answer["exposure"]) == ("show", 1)


def test_the_wording_shown_last_is_not_shown_again() -> None:
    asked = [_question(memory={"new-address": {"variant": "calm"}}, variant=chance / 10) for chance in range(10)]
    assert {answer["variant"] for answer in by_the_alert(asked)} == {"direct"}


@pytest.mark.parametrize("certainty", ["Observed", "Likely"])
def test_nobody_is_held_out_where_the_danger_is_known(certainty: str) -> None:
    question = _question()
    question["bundle"]["alerts"][0] |= {"holdout": 50, "certainty": certainty}
    [answer] = by_the_alert([question])
    assert answer["outcome"] == "show"


@pytest.mark.parametrize("off", [{"alerts": ["new-address"], "groups": []}, {"alerts": [], "groups": ["red"]}])
def test_what_is_turned_off_leaves_the_general_warning(off: Any) -> None:
    [answer] = by_the_alert([{**_question(), "off": off}])
    assert (answer["outcome"], answer["reason"]) == ("general", "no-alert")


def _question(context: Any = None, memory: Any = None, variant: float = 0.0) -> dict[str, Any]:
    alert = {
        "id": "new-address",
        "placement": "withdrawal",
        "group": "red",
        "starts_on": "2026-11-01",
        "ends_on": "2026-12-31",
        "audience": [{"fact": "address", "any_of": ["new"]}],
        "friction": "question",
        "exposure": {"most": 2, "within_hours": 24, "rest_hours": 24},
        "variants": [{"id": "calm", "weight": 1}, {"id": "direct", "weight": 1}],
    }
    return {
        "bundle": {"alerts": [alert]},
        "off": None,
        "request": {"placement": "withdrawal", "context": context},
        "memory": memory,
        "now": NOW,
        "chances": {"arm": 0.0, "variant": variant},
    }
