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
from typer.core import TyperGroup
from typer.main import get_command, get_group

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE

__all__ = ["CONTENT_PROBLEMS", "ENVIRONMENT", "WRONG_USE", "app", "main"]

# Each command by the module that is loaded for it, and only for it: nobody waits for what is not used.
_COMMANDS = {
    "check": "content",
    "fix": "fixing",
    "build": "content",
    "assemble": "content",
    "serve": "showing",
    "explain": "content",
    "diff": "comparing",
    "new": "scaffolding",
    "contacts": "upkeep",
    "translate": "translating",
    "show": "showing",
    "approve": "signing",
    "publish": "publishing",
    "verify": "publishing",
    "key": "signing",
    "sign": "signing",
    "export": "exporting",
    "recomment": "recommenting",
    "schema": "guiding",
}


class _Commands(TyperGroup):
    """The commands, each loaded when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 # reason: typer's own form
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 # reason: typer's own form
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"builder.cli.{_COMMANDS[cmd_name]}")
        if group := getattr(module, f"{cmd_name}_app", None):
            command: Any = get_group(group)
        else:
            single = typer.Typer(add_completion=False)
            single.command(cmd_name)(getattr(module, f"{cmd_name}_command"))
            command = get_command(single)
        command.name = cmd_name
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
