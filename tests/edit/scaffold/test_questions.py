"""What is asked, and what is said of an answer that cannot be used."""

from builder.edit.scaffold import SCAFFOLDS
from builder.edit.scaffold.questions import Answers
from builder.edit.scaffold.shelf import shelf_of
from builder.model.order import Order
from tests.conftest import SHIPPED, TODAY


def test_a_comma_at_the_end_of_five_scams_makes_no_sixth() -> None:
    shelf = shelf_of(Order(SHIPPED, TODAY))
    code, place = next((code, each) for code, each in shelf.library.jurisdictions.items() if len(each.facts.scams) > 5)
    (question,) = [each for each in SCAFFOLDS["campaign"].questions if each.name == "scams"]
    answers = Answers({"jurisdictions": code})
    assert question.complaint(shelf, answers, f"{', '.join(place.facts.scams[:5])},") == ""
    assert "at most 5 scams, not 6" in question.complaint(shelf, answers, ", ".join(place.facts.scams[:6]))
