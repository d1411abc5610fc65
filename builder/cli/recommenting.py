"""The command that brings back what a form on a git host drops."""

import subprocess
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.asking import ENVIRONMENT, WRONG_USE, Root, fail, find_root, say


def recomment_command(
    revision: Annotated[str, typer.Argument(help="The revision that the form began from, such as origin/main.")],
    root: Root = None,
) -> None:
    """Bring back the comments, order and quotes that a form on a git host dropped since a revision."""
    from builder.edit.files import read_source, save
    from builder.edit.recommenting import recommented
    from builder.model.output import CannotPublish

    folder = find_root(root)
    changed = _asked(folder, "diff", "--name-only", "-z", "--relative", "--diff-filter=M", "--end-of-options", revision)
    mended = 0
    for path in filter(None, changed.split("\0")):
        if not path.startswith("content/") and path != "site_config.yml":
            continue
        after = read_source(folder, path).text
        text = recommented(_asked(folder, "show", "--end-of-options", f"{revision}:./{path}"), after)
        if text != after:
            try:
                save(folder, path, text)
            except CannotPublish as error:
                fail(str(error), ENVIRONMENT)
            typer.echo(path)
            mended += 1
    say(f"{mended} {'file has its' if mended == 1 else 'files have their'} comments again.")


def _asked(root: Path, *question: str) -> str:
    from builder.parse.git import NoHistory, git

    try:
        return git(root, *question).decode("utf-8", "replace").replace("\r\n", "\n")
    except NoHistory as error:
        fail(str(error), ENVIRONMENT)
    except subprocess.CalledProcessError as error:
        fail(f"git says: {error.stderr.decode('utf-8', 'replace').strip()}", WRONG_USE)
