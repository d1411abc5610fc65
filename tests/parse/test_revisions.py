"""The authors' files of an earlier revision: what git has lost is said, and no traceback shown."""

import os
import subprocess
from pathlib import Path

import pytest

from builder.parse.git import NoHistory
from builder.parse.revisions import unpack_revision


def git(folder: Path, *arguments: str) -> str:
    name = ("-c", "user.name=x", "-c", "user.email=x@golden.example", "-c", "commit.gpgsign=false")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", str(folder), *name, *arguments]
    return subprocess.run(command, check=True, env=clean, capture_output=True, text=True).stdout.strip()


def test_a_revision_of_which_a_file_is_lost_is_told_so(project: Path, tmp_path: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "x")
    number = git(project, "rev-parse", "HEAD:site_config.yml")
    (project / ".git/objects" / number[:2] / number[2:]).unlink()
    with pytest.raises(NoHistory, match="not got all files"):
        unpack_revision(project, "HEAD", tmp_path / "there")
