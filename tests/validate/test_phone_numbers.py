"""The second list of long numbers, and what to do about a number that is written wrongly."""

from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.library import Jurisdiction
from builder.model.order import Order
from builder.pipeline import Built, check
from builder.validate.phone_numbers import phones
from builder.validate.review import Review
from builder.validate.surroundings import AuthorFiles, Surroundings
from tests.conftest import TODAY, edit, found

FACTS = "content/jurisdictions/NO/jurisdiction.yml"
LIST = "content/long_numbers.yml"
LONG = 'number: "+4721234567"'


def with_number(place: Jurisdiction, index: int, number: str) -> Jurisdiction:
    """The place with one number of its contacts changed."""
    contacts = list(place.facts.contacts)
    phone = contacts[index].phone
    assert phone
    contacts[index] = contacts[index].model_copy(update={"phone": phone.model_copy(update={"number": number})})
    return replace(place, facts=place.facts.model_copy(update={"contacts": tuple(contacts)}))


def slips(number: str) -> set[str]:
    """Every way to let two neighbouring digits change places, and to mistype one digit by one."""
    swapped = {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(1, len(number) - 1)}
    mistyped = {f"{number[:at]}{(int(digit) + 1) % 10}{number[at + 1 :]}" for at, digit in enumerate(number) if at}
    return (swapped | mistyped) - {number}


def test_no_slip_in_a_published_long_number_passes_the_gate(shipped: Built) -> None:
    library = shipped.checked.verdict.library
    assert library
    documents = {document.source.path: document for document in shipped.checked.documents}
    around, tried = Surroundings(AuthorFiles(frozenset(documents))), 0
    for place in library.jurisdictions.values():
        for index, contact in enumerate(place.facts.contacts):
            if contact.phone and contact.phone.kind == "e164":
                for slip in slips(contact.phone.number):
                    spoilt = replace(library, jurisdictions={place.slug: with_number(place, index, slip)})
                    listed = {place.slug: (contact.phone.number,)}
                    problems = list(phones(Review(spoilt, documents, TODAY, around, listed)))
                    assert {problem.code for problem in problems} & {"invalid-phone", "unlisted-number"}, slip
                    tried += 1
    assert tried > 40


def test_a_number_listed_for_another_place_does_not_count(project: Path) -> None:
    edit(project, LIST, "NO:", "SE:")
    assert found(project) == [(FACTS, 45, "unlisted-number"), (LIST, 4, "unknown-reference")]


def test_a_list_that_cannot_be_read_is_the_only_problem(project: Path) -> None:
    edit(project, LIST, '"+4721234567"', '"+47 21 23 45 67"')
    assert found(project) == [(LIST, 4, "invalid-phone")]


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ("+47 21 23 45 67", 'Write "+4721234567".'),
        ("＋４７２１２３４５６７", 'Write "+4721234567".'),
        ("+٤٧٢١٢٣٤٥٦٧", 'Write "+4721234567".'),
        ("+4721234567;ext=1", "extension"),
        ("+4721234567 x12", "extension"),
        ("+4721234567,,1", "extension"),
        ("*21*+4721234567#", "redirect"),
        ("1-800-CALL", "letters"),
        ("21234567", "country code"),
    ],
)
def test_the_hint_says_what_to_do_and_never_a_number_with_an_extension_glued_on(
    project: Path, number: str, hint: str
) -> None:
    edit(project, FACTS, LONG, f'number: "{number}"')
    (problem,) = check(Order(project, TODAY)).verdict.problems
    assert (problem.code, problem.place.line) == ("invalid-phone", 45)
    assert hint in problem.hint
