"""`antiscam new`: what is written passes the check but for the words still to write, which are all listed."""

import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from builder.cli import app, interview
from builder.cli.asking import INTERRUPTED
from builder.edit import files
from builder.edit.scaffold import keeping
from builder.model.content.icons import Icon
from builder.model.content.scam import ScamType, Stage, Tactic, Vector
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.model.problem import Problem
from builder.pipeline import check
from tests.conftest import GOLDEN, TODAY, copy_project, edit, found, tree
from tests.edit.scaffold.filling import fill_every_mark, translate_every_mark

SOURCE = {"source-title": "Contact us - Police", "source-url": "https://example.org/contact", "confidence": "high"}
NEW: Mapping[str, Mapping[str, str]] = {
    "scam": {
        "slug": "fake-parcel",
        "type": "trade-purchase",
        "vectors": "text-message, app",
        "stages": "lure",
        "tactics": "trust,urgency",
        "jurisdictions": "NO",
    },
    "campaign": {"jurisdictions": "NO", "placement": "p2p", "friction": "cool-off", "variants": "calm, direct"},
    "contact": {
        "jurisdiction": "NO",
        "kind": "report-online",
        "phone": "02801",
        "url": "https://report.example.org/now",
        "allow-host": "report.example.org",
        "hours": "24/7",
        **SOURCE,
    },
    "partner": {
        "jurisdiction": "NO",
        "slug": "no-crime-unit",
        "url": "https://unit.example.org/",
        "allow-host": "unit.example.org",
        **SOURCE,
    },
    "jurisdiction": {"code": "SE", "locales": "en, no", "phone": "11414", **SOURCE},
}
POLICE = {"partner-slug": "se-police", **{f"partner-{name}": text for name, text in SOURCE.items()}}


def new(project: Path, kind: str, flags: Mapping[str, str], typed: str | None = None) -> Any:
    arguments = [part for name, text in flags.items() for part in (f"--{name}", text)]
    common = ["--root", str(project), "--as-of", TODAY.isoformat()]
    return CliRunner().invoke(app, ["new", kind, *common, *arguments], input=typed)


def made(project: Path, kind: str, **changed: str) -> Any:
    result = new(project, kind, {**NEW[kind], **{name.replace("_", "-"): text for name, text in changed.items()}})
    assert result.exit_code == 0, result.output
    return result


def problems(project: Path) -> tuple[Problem, ...]:
    return check(Order(project, TODAY)).verdict.problems


def listed(output: str) -> list[tuple[str, int]]:
    """File and line of everything that the command lists."""
    return sorted((file, int(line)) for file, line in re.findall(r"^(\S+\.yml):(\d+): ", output, re.MULTILINE))


@pytest.mark.parametrize("kind", NEW)
def test_the_check_says_exactly_what_the_command_has_listed(project: Path, kind: str) -> None:
    result = made(project, kind)
    assert {problem.code for problem in problems(project)} == {"words-to-write"}
    assert listed(result.stdout) == sorted((problem.place.file, problem.place.line) for problem in problems(project))


@pytest.mark.parametrize("kind", NEW)
def test_once_every_mark_is_a_text_the_check_is_content(project: Path, kind: str) -> None:
    result = made(project, kind)
    assert fill_every_mark(project) == len(listed(result.stdout)) > 0
    assert problems(project) == ()


@pytest.mark.parametrize("kind", NEW)
def test_a_second_time_is_refused_and_changes_nothing(project: Path, kind: str) -> None:
    made(project, kind)
    before = tree(project)
    again = {"campaign": {"slug": "no-p2p"}, "contact": {"id": "report-online"}}.get(kind, {})
    result = new(project, kind, {**NEW[kind], **again})
    assert (result.exit_code, tree(project)) == (2, before)
    assert "already" in result.stderr


@pytest.mark.parametrize("kind", NEW)
def test_every_new_file_says_what_it_is(project: Path, kind: str) -> None:
    before = set(tree(project))
    made(project, kind)
    for path in set(tree(project)) - before:
        modeline, comment, *_ = (project / path).read_text("utf-8").split("\n")
        assert modeline.startswith("# yaml-language-server: $schema=../")
        assert re.fullmatch(r"# \S.*\.", comment)


def test_an_existing_file_keeps_its_comments_and_lines(project: Path) -> None:
    path = "content/jurisdictions/NO/jurisdiction.yml"
    before = (project / path).read_text("utf-8").split("\n")
    made(project, "scam")
    after = (project / path).read_text("utf-8").split("\n")
    assert [line for line in after if line not in before] == ["  - fake-parcel"]
    assert [line for line in after if line != "  - fake-parcel"] == before


def test_a_scam_has_words_in_every_language_that_is_not_partial(project: Path) -> None:
    made(project, "scam")
    folder = project / "content/scams/fake-parcel"
    assert {file.name for file in folder.iterdir()} == {"scam.yml", "en.yml", "no.yml"}


def test_a_language_of_the_site_that_cldr_does_not_know_is_no_crash(project: Path) -> None:
    edit(project, "site_config.yml", "  - code: ar\n", "  - code: tlh\n")
    result = new(project, "jurisdiction", NEW["jurisdiction"])
    assert result.exit_code in (0, 1), result.exception
    assert isinstance(result.exception, SystemExit | None)


def test_a_place_comes_with_its_police_and_a_campaign(project: Path) -> None:
    result = new(project, "jurisdiction", {**NEW["jurisdiction"], **POLICE, "campaign-slug": "se-withdrawal"})
    assert result.exit_code == 0, result.output
    assert {problem.code for problem in problems(project)} == {"words-to-write"}
    fill_every_mark(project)
    assert problems(project) == ()
    assert (project / "content/campaigns/se-withdrawal/campaign.yml").exists()
    assert (project / "content/partners/se-police/partner.yml").exists()


def test_the_name_of_a_country_is_proposed_in_each_language(project: Path) -> None:
    made(project, "jurisdiction")
    assert "\nname: Sweden\n" in (project / "content/jurisdictions/SE/en.yml").read_text("utf-8")
    assert "\nname: Sverige\n" in (project / "content/jurisdictions/SE/no.yml").read_text("utf-8")


def test_a_part_of_a_country_has_no_name_to_propose(project: Path) -> None:
    result = new(project, "jurisdiction", {**NEW["jurisdiction"], "code": "US-CA"})
    assert result.exit_code == 2
    assert "--name en=… is missing" in result.stderr
    result = new(
        project, "jurisdiction", {**NEW["jurisdiction"], "code": "US-CA", "locales": "en", "name": "en=California"}
    )
    assert result.exit_code == 0, result.output
    assert "\nname: California\n" in (project / "content/jurisdictions/US-CA/en.yml").read_text("utf-8")


def test_a_long_number_waits_for_a_second_person(project: Path) -> None:
    before = (project / "content/long_numbers.yml").read_bytes()
    result = made(project, "jurisdiction", phone="+46851524000")
    assert (project / "content/long_numbers.yml").read_bytes() == before
    assert {problem.code for problem in problems(project)} == {"words-to-write", "unlisted-number"}
    assert "a second person reads the source" in result.stdout
    assert listed(result.stdout) == sorted((problem.place.file, problem.place.line) for problem in problems(project))
    edit(project, "content/long_numbers.yml", "  NO:", '  SE: ["+46851524000"]\n  NO:')
    fill_every_mark(project)
    assert problems(project) == ()


def test_a_short_number_goes_into_the_reviewed_table_with_its_source(project: Path) -> None:
    made(project, "contact")
    table = (project / "content/short_codes.yml").read_text("utf-8")
    assert 'number: "02801"' in table
    assert table.count("https://example.org/contact") == 1


def test_a_new_host_must_be_named_again(project: Path) -> None:
    before = tree(project)
    flags = {name: text for name, text in NEW["contact"].items() if name != "allow-host"}
    missing, wrong = (new(project, "contact", each) for each in (flags, {**flags, "allow-host": "repport.example.org"}))
    assert (missing.exit_code, wrong.exit_code, tree(project)) == (2, 2, before)
    assert "--allow-host is missing" in missing.stderr
    assert "letter by letter" in wrong.stderr


@pytest.mark.parametrize("locale", ["de", "pt-BR", "zh-Hant"])
def test_a_language_is_ready_to_be_translated(project: Path, locale: str) -> None:
    result = new(project, "locale", {"code": locale, "brand": "Golden", "jurisdictions": "NO"})
    assert result.exit_code == 0, result.output
    assert {problem.code for problem in problems(project)} == {"words-to-write"}
    assert listed(result.stdout) == sorted((problem.place.file, problem.place.line) for problem in problems(project))
    translate_every_mark(project, locale, "en")
    assert {problem.code for problem in problems(project)} <= {"foreign-script"}
    again = new(project, "locale", {"code": locale})
    assert (again.exit_code, "already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("locale", "says"),
    [("tlh", "Material"), ("e_n", "not a language tag"), ("ku-IQ", "Try “ku” alone"), ("en-AQ", "CLDR")],
)
def test_a_language_that_no_page_can_be_made_in_is_refused(project: Path, locale: str, says: str) -> None:
    before = tree(project)
    result = new(project, "locale", {"code": locale})
    assert (result.exit_code, tree(project)) == (2, before)
    assert says in result.stderr


def test_without_a_terminal_every_missing_flag_is_named_at_once(project: Path) -> None:
    before = tree(project)
    result = new(project, "scam", {"slug": "fake-parcel"})
    assert (result.exit_code, tree(project)) == (2, before)
    for flag in ("--type", "--vectors", "--stages", "--tactics"):
        assert f"{flag} is missing" in result.stderr
    assert "One of: authority, extortion" in result.stderr


@pytest.mark.parametrize(
    ("kind", "flag", "text", "says"),
    [
        ("scam", "slug", "Fake Parcel", "cannot be a name"),
        ("scam", "type", "romanse", "Did you mean “romance”?"),
        ("scam", "vectors", "app, app", "twice"),
        ("scam", "example-vector", "advert", "cannot be chosen"),
        ("scam", "jurisdictions", "SE", "cannot be chosen"),
        ("campaign", "starts-on", "22.11.2026", "not a date"),
        ("campaign", "cool-off-hours", "a day", "not a plain number"),
        ("campaign", "pauses", "1", "Not asked for"),
        ("contact", "phone", "112 or 113", "neither a long number"),
        ("contact", "hours", "always", "not opening hours"),
        ("contact", "confidence", "memory", "cannot be chosen"),
        ("contact", "source-url", "example.org", "not a web address"),
        ("jurisdiction", "code", "UK1", "ISO 3166"),
        ("jurisdiction", "name", "Sweden", "written as en="),
        ("jurisdiction", "name", "ar=السويد", "Not asked for"),
    ],
)
def test_a_wrong_answer_is_named_and_nothing_is_written(
    project: Path, kind: str, flag: str, text: str, says: str
) -> None:
    before = tree(project)
    result = new(project, kind, {**NEW[kind], flag: text})
    assert (result.exit_code, tree(project)) == (2, before)
    assert says in result.stderr


@pytest.mark.parametrize(
    ("kind", "changed", "says"),
    [
        ("campaign", {"slug": "again", "placement": "withdrawal", "supersedes": "none"}, "supersedes: no-withdrawal"),
        ("campaign", {"ends-on": "2026-01-01"}, "before it starts"),
        ("contact", {"phone": "+15005550006"}, "+15005550006"),
        ("contact", {"phone": "none", "url": "none", "allow-host": ""}, "neither a phone nor a url"),
        ("jurisdiction", {"phone": "+4721234567"}, "is a number of NO, not of SE"),
        ("jurisdiction", {"source-title": "Example\u202ePolice"}, "An invisible character stands here"),
    ],
)
def test_answers_that_break_a_rule_together_are_given_back(
    project: Path, kind: str, changed: Mapping[str, str], says: str
) -> None:
    before = tree(project)
    flags = {name: text for name, text in {**NEW[kind], **changed}.items() if text}
    result = new(project, kind, flags)
    assert (result.exit_code, tree(project)) == (1, before)
    assert says in result.stderr
    assert f"antiscam new {kind} --" in result.stderr


def test_problems_that_were_there_before_do_not_stand_in_the_way(project: Path) -> None:
    edit(project, "content/campaigns/no-withdrawal/en.yml", "stop: Stop this transfer", "stop: Stop")
    before = found(project)
    made(project, "scam")
    assert set(before) < set(found(project))


def test_a_broken_file_that_would_change_is_named(project: Path) -> None:
    path = "content/jurisdictions/NO/en.yml"
    edit(project, path, "name: Norway", "name: [Norway")
    before = tree(project)
    result = new(project, "contact", NEW["contact"])
    assert (result.exit_code, tree(project)) == (1, before)
    assert f"{path} has a mistake of its own" in result.stderr


def test_without_settings_nothing_can_be_made(project: Path) -> None:
    edit(project, "site_config.yml", "brand:", "brand_:")
    before = tree(project)
    result = new(project, "scam", NEW["scam"])
    assert (result.exit_code, tree(project)) == (1, before)
    assert "site_config.yml has a mistake" in result.stderr


def test_only_what_is_new_is_listed(project: Path) -> None:
    other = {"phone": "02803", "url": "https://desk.example.org/", "allow_host": "desk.example.org"}
    first = listed(made(project, "contact").stdout)
    second = listed(made(project, "contact", id="another", **other).stdout)
    assert len(first) == len(second) == 6
    assert not set(first) & set(second)


def test_whoever_has_reviewed_a_file_is_asked_to_read_it_again(project: Path) -> None:
    edit(project, "content/jurisdictions/NO/no.yml", "name: Norge", "reviewed: {by: Kari, on: 2026-11-01}\nname: Norge")
    assert "Let Kari read content/jurisdictions/NO/no.yml again" in made(project, "contact").stderr


def test_one_entry_can_follow_another_before_its_words_are_written(project: Path) -> None:
    made(project, "scam")
    made(project, "jurisdiction")
    made(project, "campaign", jurisdictions="NO,SE", scams="fake-parcel")
    made(project, "contact")
    assert {problem.code for problem in problems(project)} == {"words-to-write"}
    fill_every_mark(project)
    assert problems(project) == ()


@pytest.mark.parametrize("fails_at", range(4))
def test_a_full_disk_leaves_everything_as_it_was(project: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before, written = tree(project), []

    def failing(root: Path, path: str, text: str) -> None:
        written.append(path)
        if len(written) == fails_at + 1:
            raise CannotPublish("No space left on device.")
        files.save(root, path, text)

    monkeypatch.setattr(keeping, "save", failing)
    result = new(project, "scam", NEW["scam"])
    assert (result.exit_code, tree(project)) == (3, before)
    assert not (project / "content/scams/fake-parcel").exists()


def test_a_file_that_nobody_lists_is_not_overwritten(project: Path) -> None:
    (project / "content/scams/fake-parcel").mkdir()
    (project / "content/scams/fake-parcel/en.yml").symlink_to("nowhere.yml")
    result = new(project, "scam", NEW["scam"])
    assert result.exit_code == 2
    assert (project / "content/scams/fake-parcel/en.yml").is_symlink()
    assert not (project / "content/scams/fake-parcel/scam.yml").exists()


def test_windows_line_breaks_stay(project: Path) -> None:
    path = project / "content/jurisdictions/NO/jurisdiction.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    made(project, "scam")
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interview, "has_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_asked_and_a_wrong_answer_asked_again(project: Path) -> None:
    typed = [
        "Fake Parcel",
        "fake-officer",
        "fake-parcel",
        "romance",
        "",
        "app, e-mail",
        "lure",
        "trust",
        "e-mail",
        "NO",
    ]
    result = new(project, "scam", {}, "\n".join([*typed, ""]))
    assert result.exit_code == 0, result.output
    assert "“Fake Parcel” cannot be a name." in result.stderr
    assert "There is a scam called “fake-officer” already." in result.stderr
    assert "[robber]" in result.stderr
    facts = (project / "content/scams/fake-parcel/scam.yml").read_text("utf-8")
    assert "vectors: [app, e-mail]\n" in facts
    assert "example_vector: e-mail\n" in facts


@pytest.mark.usefixtures("terminal")
def test_a_terminal_is_asked_for_a_name_in_each_language_and_may_leave_out_what_is_optional(project: Path) -> None:
    answers = [
        "SE",
        "no, en",
        "",
        "The Kingdom of Sweden",
        "",
        "",
        "11414",
        "none",
        "",
        *SOURCE.values(),
        "",
        "",
        "",
        "",
    ]
    result = new(project, "jurisdiction", {}, "\n".join([*answers, ""]))
    assert result.exit_code == 0, result.output
    assert "[Sverige]" in result.stderr
    assert "\nname: The Kingdom of Sweden\n" in (project / "content/jurisdictions/SE/en.yml").read_text("utf-8")
    assert {problem.code for problem in problems(project)} == {"words-to-write"}


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("count", [0, 1, 4, 6])
def test_whoever_leaves_in_the_middle_goes_on_from_there(project: Path, count: int) -> None:
    typed = ["fake-parcel", "romance", "", "app, e-mail", "lure", "trust", "e-mail"]
    before = tree(project)
    left = new(project, "scam", {"jurisdictions": "NO"}, "".join(f"{line}\n" for line in typed[:count]))
    assert left.exit_code == INTERRUPTED
    assert tree(project) == before
    told, _, command = left.stderr.splitlines()[-1].rpartition(": ")
    assert told == "Nothing was written. To go on from here"
    again, rest = shlex.split(command), "".join(f"{line}\n" for line in typed[count:])
    common = ["--root", str(project), "--as-of", TODAY.isoformat()]
    result = CliRunner().invoke(app, [*again[1:], *common], input=rest)
    assert result.exit_code == 0, result.output
    facts = (project / "content/scams/fake-parcel/scam.yml").read_text("utf-8")
    assert "vectors: [app, e-mail]\n" in facts
    assert "example_vector: e-mail\n" in facts


def test_an_interrupt_while_files_are_written_takes_them_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, written = tree(project), list[str]()

    def interrupted(root: Path, path: str, text: str) -> None:
        written.append(path)
        if len(written) == 2:
            raise KeyboardInterrupt
        files.save(root, path, text)

    monkeypatch.setattr(keeping, "save", interrupted)
    result = new(project, "scam", NEW["scam"])
    assert result.exit_code == INTERRUPTED
    assert "Nothing was written. To go on from here: antiscam new scam --slug fake-parcel" in result.stderr
    assert tree(project) == before


@pytest.mark.usefixtures("terminal")
def test_what_a_flag_says_is_not_asked(project: Path) -> None:
    result = new(project, "scam", NEW["scam"], "\n\n")
    assert result.exit_code == 0, result.output
    assert "Which story" not in result.stderr


def some(literal: Any) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(get_args(literal)), min_size=1, unique=True).map(", ".join)


@settings(max_examples=25, deadline=None)
@given(
    flags=st.fixed_dictionaries(
        {
            "slug": st.from_regex(r"[a-z0-9]{1,20}(-[a-z0-9]{1,20}){0,2}", fullmatch=True),
            "type": st.sampled_from(get_args(ScamType)),
            "icon": st.sampled_from(get_args(Icon)),
            "vectors": some(Vector),
            "stages": some(Stage),
            "tactics": some(Tactic),
            "jurisdictions": st.sampled_from(["NO", "none"]),
        }
    )
)
def test_any_choice_of_facts_passes_or_is_refused_whole(flags: Mapping[str, str]) -> None:
    with TemporaryDirectory() as folder:
        project = copy_project(GOLDEN, Path(folder) / "project")
        before = tree(project)
        result = new(project, "scam", flags)
        if result.exit_code:
            assert (result.exit_code, tree(project)) in ((1, before), (2, before)), result.output
            return
        assert {problem.code for problem in problems(project)} == {"words-to-write"}
        fill_every_mark(project)
        assert problems(project) == ()
