"""The first line of every file says which schema it is held to, in any editor that knows such lines."""

import pytest

from builder.guide.files import FILES, kind_at
from builder.guide.settings import modeline, with_modeline
from tests.conftest import SHIPPED

_AUTHORED = sorted({path for kind in FILES for path in SHIPPED.glob(kind.paths)})


@pytest.mark.parametrize("path", _AUTHORED, ids=lambda path: path.relative_to(SHIPPED).as_posix())
def test_a_shipped_file_begins_with_its_schema(path):
    first = path.read_text("utf-8").split("\n")[0]
    relative = path.relative_to(SHIPPED).as_posix()
    assert first == modeline(relative)
    named = (path.parent / first.rpartition("=")[2]).resolve()
    assert named == SHIPPED / f"schema/{kind_at(relative).name}.schema.json"
    assert named.is_file()


def test_every_file_below_content_is_of_a_known_kind():
    unknown = [path for path in SHIPPED.glob("content/**/*.yml") if path not in _AUTHORED]
    assert not unknown


def test_a_file_without_the_line_gets_it_and_keeps_the_rest():
    text = "# Our first scam.\ntitle: Fake officer\n"
    path = "content/scams/fake-officer/en.yml"
    assert with_modeline(path, text) == f"{modeline(path)}\n{text}"


def test_a_line_that_leads_elsewhere_is_replaced():
    path = "content/scams/fake-officer/scam.yml"
    wrong = "# yaml-language-server: $schema=../scam.json\ntype: authority\n"
    assert with_modeline(path, wrong) == f"{modeline(path)}\ntype: authority\n"


def test_a_file_that_has_its_line_stays_as_it_is():
    path = "trust.yml"
    text = with_modeline(path, "latest: []\n")
    assert with_modeline(path, text) == text


def test_facts_and_words_of_an_entry_have_schemas_of_their_own():
    assert modeline("content/partners/hk-police/partner.yml") != modeline("content/partners/hk-police/en.yml")


def test_a_place_where_no_author_writes_has_no_schema():
    with pytest.raises(LookupError, match="theme/page"):
        modeline("theme/page.yml")
