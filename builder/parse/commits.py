"""A project under git → which author's files differ from the last commit."""

import subprocess
from pathlib import Path

from builder.parse.files import AUTHORED
from builder.parse.git import NoHistory, git


def changed_files(root: Path) -> frozenset[str]:
    """The author's files that differ from the last commit: staged or not, new, gone, or under another name.

    Paths are below the root. Before the first commit every file differs. Raises NoHistory.
    """
    asked = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *AUTHORED)
    try:
        prefix = git(root, "rev-parse", "--show-prefix").decode().rstrip("\n")
        rows = git(root, *asked).decode(errors="surrogateescape").split("\0")
    except subprocess.CalledProcessError as error:
        raise NoHistory(f"{root} is not kept in git, so nothing can be compared with the last commit.") from error
    return frozenset(row[3:].removeprefix(prefix) for row in rows if row)
