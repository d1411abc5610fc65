"""The command that makes the files of something new: new."""

import inspect
import shlex
from collections.abc import Callable
from typing import Annotated, Any, NoReturn

import typer

from builder.cli.asking import CONTENT_PROBLEMS, ENVIRONMENT, INTERRUPTED, AsOf, Root, fail, order_for, say
from builder.cli.interview import Interrupted, Interview
from builder.edit.rewriting import CannotRewrite
from builder.edit.scaffold import SCAFFOLDS, Scaffold
from builder.edit.scaffold.draft import Draft
from builder.edit.scaffold.keeping import Stands, keep
from builder.edit.scaffold.proving import Proof, Refused, proved
from builder.edit.scaffold.questions import NONE, Answers, Question
from builder.edit.scaffold.shelf import shelf_of
from builder.model.content.unfinished import MARK
from builder.model.order import Order
from builder.model.output import CannotPublish

_LAST_STEPS = (
    "Replace each mark with your words. See what is left: antiscam check",
    "When nothing is left, look at it: antiscam serve",
)

new_app = typer.Typer(
    no_args_is_help=True,
    help="Make the files of something new. Asks what it needs to know, or takes it from flags; then lists every text "
    "still to be written. Nothing that exists is ever overwritten.",
)


def _command(noun: str, scaffold: Scaffold) -> Callable[..., None]:
    """A command with a flag for every question, so that each is worded once, for people and for scripts."""

    def command(root: Root = None, as_of: AsOf = None, **given: Any) -> None:
        _make(noun, scaffold, order_for(root, as_of, production=False), given)

    own = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=annotation)
        for name, annotation in (
            ("root", Root),
            ("as_of", AsOf),
            *((each.name, _flag(each)) for each in scaffold.questions),
        )
    ]
    command.__signature__ = inspect.Signature(own)  # type: ignore[attr-defined] # reason: inspect’s own way to say so
    command.__doc__ = scaffold.says
    return command


def _flag(question: Question) -> Any:
    help_ = question.words if question.words.endswith("?") else f"{question.words}."
    if question.repeated:
        return Annotated[list[str] | None, typer.Option(question.flag, help=f"{help_} As en=Japan, once for each.")]
    return Annotated[str | None, typer.Option(question.flag, help=help_)]


for _noun, _scaffold in SCAFFOLDS.items():
    new_app.command(_noun)(_command(_noun, _scaffold))


def _make(noun: str, scaffold: Scaffold, order: Order, given: dict[str, Any]) -> None:
    try:
        shelf = shelf_of(order)
    except CannotRewrite as error:
        fail(str(error), CONTENT_PROBLEMS)
    try:
        answers = Interview(shelf, given).answers(scaffold.questions)
    except Interrupted as left:
        say("")  # the cursor stands behind a question
        _leave(noun, scaffold, left.answers)
    try:
        draft = scaffold.draft(shelf, answers)
        proof = proved(shelf, draft)
        keep(order.root, proof, {path: shelf.documents[path].source.text for path in draft.changed})
    except (Refused, CannotRewrite, Stands) as error:
        say(error)
        fail(f"Nothing was written. Your answers: {_again(noun, scaffold, answers)}", CONTENT_PROBLEMS)
    except CannotPublish as error:
        fail(f"Nothing was written. {error}", ENVIRONMENT)
    except KeyboardInterrupt:
        _leave(noun, scaffold, answers)
    _tell(proof, draft)


def _leave(noun: str, scaffold: Scaffold, answers: Answers) -> NoReturn:
    fail(f"Nothing was written. To go on from here: {_again(noun, scaffold, answers)}", INTERRUPTED)


def _again(noun: str, scaffold: Scaffold, answers: Answers) -> str:
    """The command that gives the same answers, so that nobody types them all again."""
    arguments = ["antiscam", "new", noun]
    for question in scaffold.questions:
        if question.repeated:
            arguments += [
                part for key, text in answers.keyed(question.name).items() for part in (question.flag, f"{key}={text}")
            ]
        elif question.name in answers.texts:
            arguments += [question.flag, answers[question.name] or NONE]
    return shlex.join(arguments)


def _tell(proof: Proof, draft: Draft) -> None:
    for path in proof.texts:
        typer.echo(f"{'made   ' if path in proof.new else 'changed'}  {path}")
    if count := len(proof.to_write):
        say(f"\n{count} {'text' if count == 1 else 'texts'} to write, each marked with {MARK}")
        for todo in proof.to_write:
            typer.echo(todo)
    if proof.second_person:
        say("\nFor a second person, not for you:")
        for todo in proof.second_person:
            typer.echo(todo)
    say("\nNext:")
    for step in (*draft.then, *_LAST_STEPS):
        say(f"  - {step}")
