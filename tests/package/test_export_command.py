"""`antiscam export package`: what is written, and the exit codes."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, app
from tests.conftest import TODAY, edit, tree


def export(project: Path, out: Path, *arguments: str) -> Result:
    named = ["--root", str(project), "--as-of", str(TODAY), "--out", str(out), *arguments]
    result = CliRunner().invoke(app, ["export", "package", *named], env={"COLUMNS": "200"})
    assert not isinstance(result.exception, Exception), result.exception
    return result


def test_it_writes_a_package_for_the_exchange_of_the_content(project: Path, tmp_path: Path) -> None:
    result = export(project, tmp_path / "package")
    assert (result.exit_code, result.stdout) == (0, "")
    files = tree(tmp_path / "package")
    said = json.loads(files["package.json"])
    assert said["name"] in result.stderr
    assert said["license"] == "MIT"
    assert files["LICENSE"].startswith(b"MIT License\n")
    assert b"customElements.define" in files["scam-alert.js"]


def test_two_exports_are_the_same_bytes(project: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert export(project, tmp_path / name).exit_code == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_it_carries_the_element_that_a_build_publishes(project: Path, tmp_path: Path) -> None:
    export(project, tmp_path / "package")
    arguments = ["build", "--root", str(project), "--as-of", str(TODAY)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    published = (project / "dist/warnings/v1/scam-alert.js").read_bytes()
    assert tree(tmp_path / "package")["scam-alert.js"] == published


def test_with_a_mistake_in_the_content_it_writes_nothing(project: Path, tmp_path: Path) -> None:
    edit(project, "content/scams/fake-officer/scam.yml", "type: authority", "type: authorities")
    result = export(project, tmp_path / "package")
    assert result.exit_code == CONTENT_PROBLEMS
    assert "unknown-value" in result.stderr
    assert not (tmp_path / "package").exists()


def test_a_folder_that_cannot_be_written_is_named(project: Path, tmp_path: Path) -> None:
    (tmp_path / "package").write_text("a file in its place")
    result = export(project, tmp_path / "package")
    assert result.exit_code == ENVIRONMENT
    assert str(tmp_path / "package") in result.stderr


def test_in_production_it_wants_the_key_of_the_pointer(project: Path, tmp_path: Path) -> None:
    result = export(project, tmp_path / "package", "--production")
    assert result.exit_code == WRONG_USE
    assert "needs --key" in result.stderr
