"""`antiscam fix` in the hands of an editor: what it shows, counts and leaves alone."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import app
from builder.cli.asking import ENVIRONMENT
from builder.edit.fixing import fixes
from builder.model.order import Order
from tests.conftest import TODAY, edit

WORDS = "content/scams/fake-officer/no.yml"
CONFIG = "site_config.yml"


def fix(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["fix", "--root", str(project), "--as-of", TODAY.isoformat(), *arguments])


def test_a_character_that_steers_the_screen_is_shown_by_its_code(project: Path) -> None:
    edit(project, WORDS, "må ikke", "må\u200b \x1b[31mikke")
    shown = fix(project).stdout
    assert "+" in shown
    assert "\x1b" not in shown
    assert "⟨U+001B⟩[31mikke" in shown


def test_a_file_that_was_saved_before_the_answer_is_left_as_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(project, CONFIG, "partial: true", "partial: yes")

    def saved_meanwhile() -> bool:
        edit(project, CONFIG, "partial: yes", "partial: yes # asked Kari")
        return True

    monkeypatch.setattr("builder.cli.fixing._agreed", saved_meanwhile)
    result = fix(project)
    assert result.exit_code == ENVIRONMENT
    assert f"{CONFIG} has changed meanwhile" in result.stderr
    assert "partial: yes # asked Kari" in (project / CONFIG).read_text("utf-8")


def test_the_whole_project_beside_one_of_its_files_is_the_whole_project(project: Path) -> None:
    edit(project, CONFIG, "partial: true", "partial: yes")
    fix(project, "--write", str(project), str(project / WORDS))
    assert "partial: true" in (project / CONFIG).read_text("utf-8")


def test_two_corrections_of_one_word_are_made_one_after_the_other_and_counted_once_each(project: Path) -> None:
    edit(project, WORDS, "må ikke", "m\u200ba\u030a ikke")
    (fixed,) = fixes(Order(project, TODAY), lambda _path: True)
    assert [problem.code for problem in sorted(fixed.mended)] == ["unusual-spelling", "forbidden-character"]
    assert fixed.after == fixed.before.replace("m\u200ba\u030a", "må")
