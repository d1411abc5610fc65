"""The command for what leaves the project as a whole: the npm package of the alert, and others after it."""

from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Annotated

import typer

from builder.cli.asking import (
    CONTENT_PROBLEMS,
    ENVIRONMENT,
    AsOf,
    Format,
    Production,
    Root,
    fail,
    find_root,
    order_for,
    say,
)
from builder.cli.exporting_form import form_command
from builder.cli.keyring import ring_for
from builder.cli.problems import show_problems
from builder.emit import put_file
from builder.model.content.config import SiteConfig
from builder.model.order import Order
from builder.model.output import CannotPublish, OutputFile
from builder.press.outcome import KeyRing

export_app = typer.Typer(no_args_is_help=True, help="Make what leaves the project as a whole.")
export_app.command("form")(form_command)
Where = Annotated[str, typer.Option("--key", help="With --production: the key of latest.json, as for “sign”.")]


@dataclass(frozen=True)
class Finished:
    """A build that could be published, in memory."""

    config: SiteConfig
    files: tuple[OutputFile, ...]


@export_app.command("package")
def package_command(
    out: Annotated[Path, typer.Option(help="Folder to write the package to; other files in it stay.")],
    root: Root = None,
    as_of: AsOf = None,
    production: Production = False,
    key: Where = "",
) -> None:
    """Make the npm package of the alert: what “npm pack” and “npm publish” take."""
    from builder.parse.theme import read_theme
    from builder.render.package import Package, package_files, package_name

    order = order_for(root, as_of, production=production)
    built = _built(order, ring_for(key, production=production))
    config = built.config
    project = distribution("antiscam")
    name = package_name(config.brand.names[config.source_locale])
    package = Package(name, project.version, config.base_url, project.read_text("licenses/LICENSE") or "")
    for file in package_files(built.files, read_theme(), package):
        _put(out / file.path, file.content)
    say(f"{name} {project.version} is in {out}.")


@export_app.command("app-fallback")
def app_fallback_command(
    out: Annotated[Path, typer.Option(help="The zip file to write.")],
    root: Root = None,
    source: Annotated[
        Path | None, typer.Option("--from", help="A finished build; default: dist beside site_config.yml.")
    ] = None,
    development: Annotated[
        bool, typer.Option("--development", help="Take a build that is signed by a developer's machine, to try it.")
    ] = False,
) -> None:
    """Make the zip of what a native app ships inside itself, so that it can warn before it has any network."""
    from builder.cli.proving import prove
    from builder.emit import read_build
    from builder.render.fallback import fallback_files, fallback_zip

    folder = source or find_root(root) / "dist"
    try:
        prove(folder, development=development)
        files = fallback_files(read_build(folder))
    except CannotPublish as error:
        fail(f"Nothing was made. {error}", ENVIRONMENT)
    _put(out, fallback_zip(files))
    say(f"{out}: {len(files)} files.")


def _built(order: Order, ring: KeyRing) -> Finished:
    """Everything that is published, made in memory; exits where there is nothing to publish."""
    from builder.pipeline import make

    try:
        built = make(order, ring.open())
    except CannotPublish as error:
        fail(str(error), ENVIRONMENT)
    library = built.checked.verdict.library
    if built.site is None or library is None:
        show_problems(built.problems, Format.full, order.root)
        for told in built.told:
            say(told.held_back)
        fail("Nothing was made.", CONTENT_PROBLEMS)
    return Finished(library.config, built.files)


def _put(path: Path, content: bytes) -> None:
    try:
        put_file(path, content)
    except CannotPublish as error:
        fail(str(error), ENVIRONMENT)
