"""Nothing is lost on the way: YAML → PO → YAML, of the shipped content and of any text that YAML may hold."""

import pytest
from babel.messages.pofile import generate_po, read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.edit.translate.contexts import context_of, text_at
from builder.edit.translate.importing import imported
from builder.edit.translate.languages import Languages, languages_of, memory_file
from builder.edit.translate.po_reading import read_po_file
from builder.edit.translate.po_writing import PoText, po_of
from builder.edit.writing import written
from builder.model.document import Document, SourceFile
from builder.model.document import Path as Spot
from builder.model.problem import Place
from builder.parse import parse
from builder.parse.characters import character_problems
from builder.parse.quick_yaml import read_yaml
from tests.conftest import SHIPPED, TODAY

LOCALES = ["zh-Hant", "zh-Hans", "ar"]


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return parse(SHIPPED)


@pytest.fixture(scope="module")
def languages(documents: tuple[Document, ...]) -> Languages:
    found = languages_of(SHIPPED, documents, TODAY)
    assert not found.problems, found.problems
    return found


def test_all_languages_are_here(languages: Languages) -> None:
    assert list(languages.by_locale) == LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_export_and_import_change_no_byte_of_the_shipped_content(
    documents: tuple[Document, ...], languages: Languages, locale: str
) -> None:
    po = languages.by_locale[locale].po
    result = imported(SHIPPED, documents, TODAY, languages.by_locale[locale], read_po_file("back.po", po.encode()))
    assert result.problems == ()
    assert dict(result.files) == {memory_file(locale): po}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_files_of_a_language_come_back_from_its_po_file_alone(
    documents: tuple[Document, ...], languages: Languages, locale: str
) -> None:
    po = read_po_file("back.po", languages.by_locale[locale].po.encode())
    theirs = {
        document.source.path: document for document in documents if document.source.path.endswith(f"/{locale}.yml")
    }
    rest = tuple(document for document in documents if document.source.path not in theirs)
    result = imported(SHIPPED, rest, TODAY, languages_of(SHIPPED, rest, TODAY).by_locale[locale], po)
    assert result.problems == ()
    assert set(result.words) == set(theirs)
    for path, document in theirs.items():
        assert read_yaml(SourceFile(path, result.files[path], "")).value == document.value


@pytest.mark.parametrize("locale", LOCALES)
def test_the_committed_memory_knows_every_translation_that_is_shipped(languages: Languages, locale: str) -> None:
    standings = languages.by_locale[locale].standings
    unknown = [each.context for each in standings if each.translation and each.remembered is None]
    assert unknown == [], "Run: antiscam translate export"


@pytest.mark.parametrize("locale", LOCALES)
def test_a_file_that_another_tool_has_wrapped_sorted_and_signed_says_the_same(
    languages: Languages, locale: str
) -> None:
    ours = languages.by_locale[locale].po
    catalog = read_po(ours.split("\n"))
    catalog.last_translator, catalog.locale = "Kari <kari@example.org>", locale.replace("-", "_")
    theirs = "".join(generate_po(catalog, width=50, sort_by="message")).replace(
        "MIME-Version", 'X-Generator: 3\\n"\n"MIME-Version'
    )
    assert theirs != ours
    texts = [
        sorted((entry.context, entry.source, entry.translation) for entry in read_po_file("x.po", po.encode()).entries)
        for po in (ours, theirs)
    ]
    assert texts[0] == texts[1]


def contexts() -> st.SearchStrategy[Spot]:
    key = st.from_regex(r"[a-z0-9]+([_-][a-z0-9]+)*", fullmatch=True)
    part = st.one_of(key, st.tuples(key, st.integers(0, 99)))
    return st.lists(part, min_size=1, max_size=4).map(
        lambda parts: tuple(step for part in parts for step in ([part] if isinstance(part, str) else part))
    )


@given(contexts())
def test_a_context_leads_back_to_its_text(path: Spot) -> None:
    assert text_at(context_of("content/scams/a-b", path)) == ("content/scams/a-b", path)


_SPECIAL = (
    *"\"'\\%#{}[]:-|>*&!@`~\n\t ",
    *("\\n", "%s", "%(name)d", "{exchange}", "#~ ", "#| ", "msgid", "“”", "\n- ", "\n\n"),
    *("ش", "لا", "\u200f", "警", "🛑", "\u3000", "\xa0"),
)


def authored(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """What an author could have written: texts that the reader takes without a word, stripped as the schema does."""

    def is_sound(text: str) -> bool:
        source = SourceFile("content/scams/a/ar.yml", written({"t": text}), "")
        return text != "" and not [*character_problems(source), *read_yaml(source).problems]

    return texts.map(str.strip).filter(is_sound)


TEXTS = authored(
    st.lists(st.one_of(st.sampled_from(_SPECIAL), st.text(max_size=12)), min_size=1, max_size=12).map("".join)
)


@settings(max_examples=1_000, deadline=None)
@given(text=TEXTS)
def test_a_thousand_random_texts_go_through_yaml_po_and_yaml_unchanged(text: str) -> None:
    yaml = SourceFile("content/scams/a/ar.yml", written({"t": text}), "")
    assert read_yaml(yaml).value == {"t": text}
    place = Place("content/scams/a/en.yml", 1)
    entry = PoText("content/scams/a › t", text, text, place, to_check=True, previous=text, notes=("A hint.",))
    file = read_po_file("ar.po", po_of("ar", [entry], ()).encode())
    assert file.problems == ()
    (back,) = file.entries
    assert (back.source, back.translation, back.previous) == (text, text, text)
    assert written({"t": back.translation}) == yaml.text
