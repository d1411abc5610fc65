"""Files that people copy or that services read: every command in them exists, with all its options."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from builder.cli import app
from builder.compare import Change, Difference, Kind
from builder.report.difference_comment import difference_comment
from tests.conftest import SHIPPED

FILES = (
    ".github/workflows/site.yml",
    ".github/workflows/content.yml",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    "docs/workflows/gitlab-ci.yml",
    "docs/workflows/shards.yml",
)
COMMANDS = (*FILES, ".github/pull_request_template.md")
_ENDS = {"&&", "||", ";", ">", ">>", "|", "`"}


def parsed(file: str) -> Any:
    return yaml.safe_load((SHIPPED / file).read_text("utf-8"))


def words_of(line: str) -> Iterator[list[str]]:
    """The simple commands of a line of shell. What a service fills in stands for a word."""
    filled = re.sub(r"\$\{\{.*?\}\}", "X", line)
    lexer = shlex.shlex(filled, posix=True, punctuation_chars=";&|>`")
    lexer.whitespace_split, lexer.commenters = True, ""
    command: list[str] = []
    for word in lexer:
        if word in _ENDS:
            yield command
            command = []
        else:
            command.append(word)
    yield command


def commands(file: str, program: str) -> list[list[str]]:
    """Every use of a program in a file, by its arguments."""
    text = (SHIPPED / file).read_text("utf-8")
    shell = re.findall(r"`([^`]+)`", text) if file.endswith(".md") else scripts(yaml.safe_load(text))
    found = []
    for line in (line for script in shell for line in script.split("\n")):
        for words in words_of(line.rstrip("\\")):
            at = next((number for number, word in enumerate(words) if Path(word).name == program), None)
            if at is not None:
                found.append(words[at + 1 :])
    return found


def scripts(node: Any) -> Iterator[str]:
    """Whatever a service hands to a shell."""
    if isinstance(node, list):
        for item in node:
            yield from scripts(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("run", "entry", "before_script") or (key == "script" and isinstance(value, list)):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from scripts(value)


def parse(arguments: list[str]) -> None:
    """Reads arguments as the command line does, without running anything; fails for what it does not know."""
    command: Any = get_command(app)
    context = command.make_context("antiscam", [], resilient_parsing=True)
    while hasattr(command, "resolve_command"):
        named = arguments[0]
        name, command, arguments = command.resolve_command(context, arguments)
        assert command is not None, f"There is no command {named}."
    command.make_context(name, list(arguments))


@pytest.mark.parametrize("file", FILES)
def test_a_ready_file_is_yaml(file: str) -> None:
    assert parsed(file)


@pytest.mark.parametrize("file", COMMANDS)
def test_every_command_in_a_ready_file_exists(file: str) -> None:
    for arguments in commands(file, "antiscam"):
        parse(arguments)
    for targets in commands(file, "make"):
        dry = subprocess.run(["make", "--dry-run", *targets], cwd=SHIPPED, capture_output=True, check=False, text=True)
        assert dry.returncode == 0, dry.stderr


def test_the_commands_are_really_found() -> None:
    found = {" ".join(arguments[:1]) for file in COMMANDS for arguments in commands(file, "antiscam")}
    assert found >= {"check", "build", "diff", "contacts", "assemble"}
    assert [targets for file in COMMANDS for targets in commands(file, "make") if targets == [".venv/ready"]]


@pytest.mark.parametrize(
    "arguments", [["chekc"], ["check", "--chnaged"], ["check", "--format", "xml"], ["contacts", "dew"]]
)
def test_a_command_that_does_not_exist_is_noticed(arguments: list[str]) -> None:
    with pytest.raises(Exception, match=r"chekc|--chnaged|xml|dew"):
        parse(arguments)


def test_both_pipelines_check_compare_build_and_keep_a_preview() -> None:
    for file in (".github/workflows/content.yml", "docs/workflows/gitlab-ci.yml"):
        assert {arguments[0] for arguments in commands(file, "antiscam")} == {"check", "diff", "translate", "build"}
    jobs = parsed("docs/workflows/gitlab-ci.yml")
    assert jobs["content"]["artifacts"]["reports"].keys() == {"codequality", "junit"}
    assert jobs["preview"]["environment"]["url"].startswith("https://")
    steps = [step for job in parsed(".github/workflows/content.yml")["jobs"].values() for step in job["steps"]]
    used = {step["uses"].partition("@")[0] for step in steps if "uses" in step}
    assert used >= {"actions/upload-artifact", "github/codeql-action/upload-sarif"}


def test_a_comment_is_found_again_by_the_line_that_every_comment_begins_with() -> None:
    steps = parsed(".github/workflows/content.yml")["jobs"]["changes"]["steps"]
    (script,) = (step["with"]["script"] for step in steps if "script" in step.get("with", {}))
    assert "<!--" not in script
    changed = Change(Kind.phone, "18222", "18223", (), "Hong Kong")
    first, second = (difference_comment(Difference(changes), "a", "b") for changes in ((), (changed,)))
    assert first != second
    assert first.split("\n")[0] == second.split("\n")[0] == "<!-- antiscam diff -->"


def test_a_workflow_never_puts_words_of_a_pull_request_into_a_shell() -> None:
    """A branch may be called `$(…)`: what its author chose reaches a shell only as a variable."""
    for file in (".github/workflows/content.yml", ".github/workflows/site.yml"):
        for job in parsed(file)["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("file", [".pre-commit-config.yaml", ".pre-commit-hooks.yaml"])
def test_the_hook_looks_at_all_that_authors_write_and_at_nothing_else(file: str) -> None:
    read = parsed(file)
    hooks = read["repos"][0]["hooks"] if isinstance(read, dict) else read
    hook = next(each for each in hooks if each["id"] == "antiscam-check")
    for path in ("content/scams/romance/en.yml", "site_config.yml", "trust.yml", "switches.yml"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "builder/cli/content.py")
    assert not re.search(hook["files"], "docs/site_config.yml.md")
