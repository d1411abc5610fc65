"""Arguments, exit codes, and the only modules that print."""

import sys
import traceback

import typer

from builder.cli import content, publishing, signing
from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE

__all__ = ["CONTENT_PROBLEMS", "ENVIRONMENT", "WRONG_USE", "app", "main"]

app = typer.Typer(
    no_args_is_help=True, add_completion=True, pretty_exceptions_enable=False, help="Compiler for anti-scam campaigns."
)
app.command("check")(content.check_command)
app.command("build")(content.build_command)
app.command("serve")(content.serve_command)
app.command("explain")(content.explain_command)
app.command("show")(content.show_command)
app.command("approve")(signing.approve_command)
app.command("publish")(publishing.publish_command)
app.command("verify")(publishing.verify_command)
app.add_typer(signing.key_app, name="key")
app.add_typer(signing.sign_app, name="sign")


def main() -> None:
    """The `antiscam` command. A traceback is always our bug, and says so with its exit code."""
    try:
        app()
    except Exception:  # noqa: BLE001 # reason: whatever gets here is our bug and needs our exit code
        traceback.print_exc()
        sys.exit(WRONG_USE)
