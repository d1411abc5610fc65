"""Arguments, exit codes, and the only modules that print."""

import gc
import os
import sys
import traceback
from importlib import import_module
from typing import Any

# Nobody plugs into our models, and looking through all that is installed for who might takes pydantic a while.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE

__all__ = ["CONTENT_PROBLEMS", "ENVIRONMENT", "WRONG_USE", "app", "main"]

# Each command by the module that is loaded for it, and only for it: nobody waits for what is not used. Beside it the
# first sentence that the command says of itself there.
_COMMANDS = {
    "check": ("content", "Check all content, report every problem, and say what waits for whose approval."),
    "fix": (
        "fixing",
        "Correct what can only have been meant one way, and show it first: spellings of dates, numbers and names.",
    ),
    "build": ("content", "Build the site and the warning bundles, all or nothing; only what has changed is made anew."),
    "assemble": ("content", "Join shards of a build into the whole site: the very bytes of one build."),
    "serve": (
        "showing",
        "Preview in a browser: the site, every alert, the form; shows a saved change at once, or what is wrong in it.",
    ),
    "explain": ("content", "Say why a rule exists, how grave it is, and show a bad and a good example."),
    "diff": (
        "comparing",
        "Say what changes for the public: numbers, addresses and dates first, then alerts, pages and texts.",
    ),
    "new": ("scaffolding", "Make the files of something new."),
    "contacts": ("upkeep", "What must be looked up again by when, and that it was."),
    "translate": ("translating", "Translations: how far they are, out to translators and back."),
    "show": ("showing", "Print an intermediate form as JSON, or what a page was made from."),
    "approve": ("signing", "Show what changed since the last approval, numbers first; ask; write one signature."),
    "publish": (
        "publishing",
        "Publish a finished build to a folder: proved first, then whole or not at all, the last ten builds kept.",
    ),
    "verify": ("publishing", "Fetch what the public gets, prove it, and compare every number with your own list."),
    "key": ("signing", "Make a key, or show the public half of one."),
    "sign": ("signing", "Sign what a timer signs."),
    "export": ("exporting", "Make what leaves the project as a whole."),
    "recomment": (
        "recommenting",
        "Bring back the comments, order and quotes that a form on a git host dropped since a revision.",
    ),
    "schema": ("guiding", "Make what lets VS Code and other editors know the files."),
}


class _Commands(TyperGroup):
    """The commands as they are listed; what one of them takes and does is loaded when it is asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = {name: TyperCommand(name, help=says) for name, (_, says) in _COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, _, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if name else None, rest


def load_command(name: str) -> Any:
    """A command of the table, with its options and all that it needs."""
    module = import_module(f"builder.cli.{_COMMANDS[name][0]}")
    if group := getattr(module, f"{name}_app", None):
        command: Any = get_group(group)
    else:
        single = typer.Typer(add_completion=False)
        single.command(name)(getattr(module, f"{name}_command"))
        command = get_command(single)
    command.name = name
    return command


app = typer.Typer(cls=_Commands, no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False)


@app.callback()
def _antiscam() -> None:
    """Compiler for anti-scam campaigns."""


def main() -> None:
    """The `antiscam` command. A traceback is always our bug, and says so with its exit code."""
    # A run makes many values and few cycles; looking for cycles as often as usual takes a tenth of its time.
    gc.set_threshold(100_000, 20, 100)
    try:
        app()
    except Exception:  # noqa: BLE001 # reason: whatever gets here is our bug and needs our exit code
        traceback.print_exc()
        sys.exit(WRONG_USE)
