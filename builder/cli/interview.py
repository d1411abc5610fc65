"""Questions → answers: from flags, from a terminal, or from what is proposed."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import typer

from builder.cli.asking import WRONG_USE, fail, say
from builder.edit.scaffold.questions import NONE, Answers, Question
from builder.edit.scaffold.shelf import Shelf


class Interrupted(Exception):
    """Somebody has left in the middle. `answers` are those given until then, by flags too."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers


class Interview:
    """One run of the command. `given` are the flags by the names of their questions."""

    def __init__(self, shelf: Shelf, given: Mapping[str, Any]) -> None:
        self._shelf = shelf
        self._given = _by_name(given)
        self._asks = has_terminal()
        self._missing: list[str] = []

    def answers(self, questions: Iterable[Question]) -> Answers:
        """The answers to all that has to be asked. Exits where a flag is wrong or, without a terminal, missing.

        Raises Interrupted.
        """
        answers, known = Answers(), set[str]()
        for question in questions:
            names = question.names(self._shelf, answers) if question.fits(self._shelf, answers) else ()
            for name in names:
                try:
                    text = self._answer(question, name, answers.also(key=name.rpartition(".")[2]))
                except typer.Abort as error:
                    raise Interrupted(answers.also(**self._given)) from error
                answers = answers.also(**{name: text})
            known.update(names)
        if self._missing:
            fail("\n".join(self._missing), WRONG_USE)
        if needless := [name for name in self._given if name not in known]:
            flags = ", ".join(f"--{name.replace('_', '-').replace('.', ' ')}" for name in needless)
            fail(f"Not asked for with these answers: {flags}", WRONG_USE)
        return answers

    def _answer(self, question: Question, name: str, answers: Answers) -> str:
        proposed = question.default(self._shelf, answers)
        if name in self._given:
            text = self._given[name]
            if complaint := question.complaint(self._shelf, answers, text):
                fail(f"{question.flag}: {complaint}", WRONG_USE)
            return text
        if self._asks:
            return self._asked(question, name, answers, proposed)
        if question.needed and not proposed:
            self._missing.append(self._wanted(question, name, answers))
        return proposed

    def _asked(self, question: Question, name: str, answers: Answers, proposed: str) -> str:
        """What is typed, as often as it takes."""
        choices = question.choices(self._shelf, answers)
        width = max(map(len, choices), default=0)
        for choice, meaning in choices.items():
            say(f"  {choice:<{width}}  {meaning}".rstrip())
        while True:
            text = typer.prompt(
                _prompt(question, name),
                default=proposed,
                show_default=bool(proposed),
                prompt_suffix=" " if question.words.endswith("?") else ": ",
                err=True,
            )
            text = _typed(text)
            if question.needed and not text:
                say("An answer is needed here.")
                continue
            complaint = question.complaint(self._shelf, answers, text)
            if not complaint:
                return text
            say(complaint)

    def _wanted(self, question: Question, name: str, answers: Answers) -> str:
        """A line about a flag that is missing."""
        key = f" {name.rpartition('.')[2]}=…" if question.repeated else ""
        choices = ", ".join(question.choices(self._shelf, answers))
        return f"{question.flag}{key} is missing. {question.words}{f' One of: {choices}.' if choices else ''}"


def has_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _by_name(given: Mapping[str, Any]) -> dict[str, str]:
    """The flags that were given: `name.en` for each `--name en=…`."""
    found: dict[str, str] = {}
    for name, value in given.items():
        if isinstance(value, str):
            found[name] = _typed(value)
        for part in value if isinstance(value, list) else ():
            key, equals, text = part.partition("=")
            if not equals:
                fail(f"--{name} is written as en=Japan, not “{part}”.", WRONG_USE)
            found[f"{name}.{key}"] = text.strip()
    return found


def _typed(text: str) -> str:
    """An answer as it is meant: without spaces around it, and “none” for nothing."""
    text = text.strip()
    return "" if text == NONE else text


def _prompt(question: Question, name: str) -> str:
    notes = [name.rpartition(".")[2]] if question.repeated else []
    notes += ["several with commas"] if question.several else []
    notes += ["empty for none"] if not question.needed else []
    return f"{question.words} ({', '.join(notes)})" if notes else question.words
