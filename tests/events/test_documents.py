"""docs/events.md says what the vocabulary says."""

from tests.conftest import SHIPPED
from tests.events.documented import PARTS, parts_in, with_parts
from tests.events.samples import VOCABULARY

PAGE = SHIPPED / "docs" / "events.md"


def test_the_page_has_every_generated_part_once() -> None:
    assert sorted(parts_in(PAGE.read_text("utf-8"))) == sorted(PARTS)


def test_the_page_is_as_the_vocabulary_has_it(rewrite: bool) -> None:
    written = PAGE.read_text("utf-8")
    if rewrite:
        PAGE.write_text(with_parts(written, VOCABULARY), "utf-8")
    assert PAGE.read_text("utf-8") == with_parts(written, VOCABULARY)


def test_a_changed_word_in_a_generated_part_is_noticed() -> None:
    written = PAGE.read_text("utf-8")
    assert with_parts(written.replace("| `seen` |", "| `glimpsed` |"), VOCABULARY) == with_parts(written, VOCABULARY)
    assert "| `seen` |" in written
