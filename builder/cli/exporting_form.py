"""The command that makes the editors' form for a git host."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, Root, fail, find_root, say
from builder.model.output import CannotPublish


class Backend(StrEnum):
    """Where the form saves."""

    github = "github"
    gitlab = "gitlab"


def form_command(
    backend: Annotated[Backend, typer.Option(help="The git host.")],
    repo: Annotated[str, typer.Option(help="The repository, as owner/name.")],
    out: Annotated[Path, typer.Option(help="Folder to write the form to; other files in it stay.")],
    branch: Annotated[str, typer.Option(help="The branch that changes are proposed for.")] = "main",
    api: Annotated[str, typer.Option(help="Address of the API of a host of your own.")] = "",
    sign_in: Annotated[str, typer.Option(help="Address of your OAuth server; without it, editors use a token.")] = "",
    root: Root = None,
) -> None:
    """Make the editors’ form for a git host: a folder of files that any web server can serve."""
    from builder.emit import put_file
    from builder.guide.form_export import Repository, form_files
    from builder.guide.form_ground import ground_of
    from builder.parse.files import author_files
    from builder.parse.reading import read_file

    if not re.fullmatch(r"[\w.-]+(/[\w.-]+)+", repo):
        fail(f"--repo wants owner/name, not “{repo}”.", WRONG_USE)
    if any(address and not re.fullmatch(r"https://[\w.-]+(:\d+)?(/\S*)?", address) for address in (api, sign_in)):
        fail("--api and --sign-in want an address that begins with https://.", WRONG_USE)
    folder = find_root(root)
    values = {path: read_file(folder, path).value for path in author_files(folder)}
    if unread := sorted(path for path, value in values.items() if value is None):
        fail(f"{unread[0]} cannot be read; “antiscam check” says why.", CONTENT_PROBLEMS)
    files = form_files(ground_of(values), Repository(backend.value, repo, branch, api, sign_in))
    try:
        for file in files:
            put_file(out / file.path, file.content)
    except CannotPublish as error:
        fail(str(error), ENVIRONMENT)
    say(f"{out}: the form for {repo}, {len(files)} files. Serve it over https; see docs/form.md.")
