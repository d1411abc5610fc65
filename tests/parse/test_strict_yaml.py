"""Text → value and positions."""

import pytest

from builder.model.document import Document, SourceFile
from builder.model.problem import Place
from builder.parse.quick_yaml import read_yaml
from builder.parse.strict_yaml import MAX_DEPTH, MAX_NODES, MAX_SCALAR, MOST_PROBLEMS


def read(text: str) -> Document:
    return read_yaml(SourceFile("f.yml", text, ""))


def refused(text: str) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.code) for problem in read(text).problems]


@pytest.mark.parametrize(
    "scalar",
    [
        "NO",
        "no",
        "yes",
        "true",
        "~",
        "null",
        "018222",
        "+85218222",
        "1_000",
        "0x1F",
        "0o17",
        "12:30",
        "2026-11-22",
        "1.50",
        "1e3",
        ".inf",
        "=",
    ],
)
def test_a_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    expected = {"a": scalar}
    assert expected == read(f"a: {scalar}").value


def test_a_key_stays_the_text_that_was_written() -> None:
    assert read("no: Norsk\n112: x").value == {"no": "Norsk", "112": "x"}


def test_an_item_of_a_list_stays_text() -> None:
    assert read("locales: [no, en, 1]").value == {"locales": ["no", "en", "1"]}


def test_a_key_without_a_value_holds_the_empty_text() -> None:
    document = read("a:\nb: x")
    assert document.value == {"a": "", "b": "x"}
    assert document.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: |\n  x\n  y\n", "x\ny"),
        ("a: >\n  x\n  y\n", "x y"),
        ("a: 'it''s'", "it's"),
        ('a: "\\u8b66"', "警"),
        ("a: x\n  y", "x y"),
    ],
)
def test_every_way_of_writing_a_text_is_read(text: str, expected: str) -> None:
    assert {"a": expected} == read(text).value


def test_positions_of_values_count_from_one() -> None:
    values = read("a: x\nb:\n  - y\n  - c: z").positions.values
    assert values == {
        (): Place("f.yml", 1, 1, 1),
        ("a",): Place("f.yml", 1, 4, 1),
        ("b",): Place("f.yml", 3, 3, 1),
        ("b", 0): Place("f.yml", 3, 5, 1),
        ("b", 1): Place("f.yml", 4, 5, 1),
        ("b", 1, "c"): Place("f.yml", 4, 8, 1),
    }


def test_positions_of_keys_are_as_wide_as_the_key() -> None:
    assert read("a: x\nlong:\n  inner: y").positions.keys == {
        ("a",): Place("f.yml", 1, 1, 1),
        ("long",): Place("f.yml", 2, 1, 4),
        ("long", "inner"): Place("f.yml", 3, 3, 5),
    }


def test_columns_count_chinese_characters_as_one_each() -> None:
    positions = read("警告: [電話, 請致電]").positions
    assert positions.key(("警告",)) == Place("f.yml", 1, 1, 2)
    assert positions.value(("警告", 1)) == Place("f.yml", 1, 10, 3)


def test_columns_count_characters_beyond_the_basic_plane_as_one() -> None:
    assert read("a: [😀😀, x]").positions.value(("a", 1)) == Place("f.yml", 1, 9, 1)


def test_a_path_without_a_place_has_the_place_of_its_parent() -> None:
    positions = read("a: x\nb: y").positions
    assert positions.value(("b", "missing", 3)) == Place("f.yml", 2, 4, 1)
    assert positions.value(("missing",)) == Place("f.yml", 1, 1, 1)


def test_lines_that_end_as_in_windows_are_read_alike() -> None:
    unix, windows = read("a: x\nb:\n  - y\n"), read("a: x\r\nb:\r\n  - y\r\n")
    assert unix.value == windows.value
    assert unix.positions == windows.positions


def test_the_deepest_allowed_level_is_read() -> None:
    assert refused("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []


def test_one_level_more_is_refused_where_it_starts() -> None:
    expected = [(1, MAX_DEPTH + 2, "too-deep")]
    assert expected == refused("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_thousands_of_levels_are_refused_like_one_too_many(opening: str) -> None:
    assert [code for _, _, code in refused(opening * 20_000)] == ["too-deep"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x b", (1, 4, "yaml-feature")),
        ("a: b\nc: *x", (2, 4, "yaml-feature")),
        ("a: &x\n  b: c", (1, 4, "yaml-feature")),
        ("a: &x [b]", (1, 4, "yaml-feature")),
        ("*x : b", (1, 1, "yaml-feature")),
        ("a: !!str b", (1, 4, "yaml-feature")),
        ("a: !b c", (1, 4, "yaml-feature")),
        ("a: !!python/object/apply:os.system [ls]", (1, 4, "yaml-feature")),
        ("<<: {a: b}", (1, 1, "yaml-feature")),
        ("a:\n  <<: {b: c}", (2, 3, "yaml-feature")),
        ("? [a]\n: b", (1, 3, "yaml-feature")),
        ("{a: b}: c", (1, 1, "yaml-feature")),
        ("a: b\n---\nc: d", (2, 1, "yaml-feature")),
        ("a: b\n...\n---\nc: d", (3, 1, "yaml-feature")),
        ("a: 1\nb: 2\na: 3", (3, 1, "duplicate-key")),
        ("x:\n  a: 1\n  'a': 3", (3, 3, "duplicate-key")),
    ],
)
def test_a_feature_that_hides_what_is_published_is_refused(text: str, expected: tuple[int, int, str]) -> None:
    assert expected in refused(text)


def test_the_longest_text_is_read_and_one_character_more_is_refused() -> None:
    assert refused(f"a: {'x' * MAX_SCALAR}") == []
    assert refused(f"a: y\nb: {'x' * (MAX_SCALAR + 1)}") == [(2, 4, "text-too-long")]
    assert refused(f'a: y\n? "{"x" * (MAX_SCALAR + 1)}"\n: z') == [(2, 3, "text-too-long")]


def test_as_many_values_as_are_allowed_are_read_and_one_more_is_refused() -> None:
    assert refused("- x\n" * (MAX_NODES - 1)) == []
    assert refused("- x\n" * MAX_NODES) == [(MAX_NODES, 3, "file-too-large")]


def test_no_more_problems_are_told_than_a_person_mends() -> None:
    assert len(refused('- "x\\u200b"\n' * 1000)) == MOST_PROBLEMS


@pytest.mark.parametrize("line", ["-" * 200_000 + "\n: :", "- " * 50_000, "a" * 200_000 + '"', "[" * 200_000])
def test_a_line_without_end_is_refused_by_its_start(line: str) -> None:
    assert len(refused(line)) == 1


def test_a_refused_structure_yields_no_value() -> None:
    assert read("a: b\nc: *x").value is None


def test_the_first_of_two_equal_keys_is_kept_and_every_other_one_named() -> None:
    document = read("a: 1\na: 2\na: 3")
    assert document.value == {"a": "1"}
    assert [problem.place.line for problem in document.problems] == [2, 3]
    assert all("line 1" in problem.message for problem in document.problems)


def test_the_same_key_in_two_mappings_is_no_problem() -> None:
    assert refused("- a: 1\n- a: 2") == []


def test_an_escape_cannot_bring_in_a_forbidden_character() -> None:
    assert refused('a: x\nb: "call \\u202e112"') == [(2, 4, "forbidden-character")]
    assert refused('"a\\u200b": x') == [(1, 1, "forbidden-character")]


@pytest.mark.parametrize(
    ("escaped", "code"),
    [
        ("02\\u200c800", "forbidden-character"),
        ("\\u200fx", "forbidden-character"),
        ("cafe\\u0301", "unusual-spelling"),
        ("x" + "\\u0335" * 5, "stacked-marks"),
        ("\\0", "forbidden-character"),
        ("\\ud800", "yaml-syntax"),
        ("\\uD83D\\uDE00", "yaml-syntax"),
    ],
)
def test_what_is_refused_in_plain_sight_is_refused_as_an_escape(escaped: str, code: str) -> None:
    assert [name for _, _, name in refused(f'a: "{escaped}"')] == [code]


@pytest.mark.parametrize("text", ["", "\n\n", "# later\n", "---"])
def test_a_file_that_holds_nothing_is_a_problem_not_a_crash(text: str) -> None:
    document = read(text)
    assert document.value is None
    assert [problem.code for problem in document.problems] == ["empty-file"]
