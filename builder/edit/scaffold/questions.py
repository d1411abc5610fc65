"""What has to be known before anything is written: each question once, for the terminal and as a flag."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import create_model

from builder.edit.scaffold.shelf import Shelf
from builder.model.content.scalars import Authored
from builder.model.document import Document, SourceFile, nowhere
from builder.validate.schema import typed
from builder.validate.suggestions import did_you_mean

NONE = "none"


@dataclass(frozen=True)
class Answers:
    """What was answered, as text, by the name of the question; of one that is asked several times, as `name.en`."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The answer, or nothing where there is none."""
        return self.texts.get(name, "")

    def listed(self, name: str) -> tuple[str, ...]:
        """An answer with commas, as its parts."""
        return parts_of(self[name])

    def keyed(self, name: str) -> dict[str, str]:
        """The answers to a question that is asked several times, by what it was asked for."""
        start = f"{name}."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}

    def inside(self, name: str) -> "Answers":
        """The answers about another entry that is made with this one: `partner_url` as `url`."""
        start = f"{name}_"
        return Answers({key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)})

    def also(self, **texts: str) -> "Answers":
        """With further answers."""
        return Answers({**self.texts, **texts})


def parts_of(text: str) -> tuple[str, ...]:
    """What is written with commas, as its parts."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


Text = Callable[[Shelf, Answers], str]
Texts = Callable[[Shelf, Answers], tuple[str, ...]]
Meanings = Callable[[Shelf, Answers], Mapping[str, str]]


@dataclass(frozen=True)
class Question:
    """`form` is the type of an answer, or of each part of it if `several`.

    `default` is proposed in brackets; `choices` are all answers there are, with what each means; `keys` asks once for
    each of them, such as languages; `fits` says whether it is asked at all, and `taken` why an answer is refused.
    """

    name: str
    words: str
    form: Any = str
    several: bool = False
    needed: bool = True
    default: Text = lambda _shelf, _answers: ""
    choices: Meanings = lambda _shelf, _answers: {}
    keys: Texts | None = None
    fits: Callable[[Shelf, Answers], bool] = lambda _shelf, _answers: True
    taken: Callable[[Shelf, Answers, str], str] = lambda _shelf, _answers, _text: ""

    @property
    def repeated(self) -> bool:
        """Whether it is asked once for each of several things."""
        return self.keys is not None

    def names(self, shelf: Shelf, answers: Answers) -> tuple[str, ...]:
        """Under which names its answers are kept: `name.en` and `name.ja`, or only its own."""
        return tuple(f"{self.name}.{key}" for key in self.keys(shelf, answers)) if self.keys else (self.name,)

    @property
    def flag(self) -> str:
        """How it is answered without a terminal."""
        return f"--{self.name.replace('_', '-')}"

    def complaint(self, shelf: Shelf, answers: Answers, text: str) -> str:
        """What is wrong with an answer, in a sentence or two; nothing if it can be used."""
        if not text:
            return "An answer is needed here." if self.needed else ""
        parts = parts_of(text) if self.several else (text,)
        return next(self._complaints(shelf, answers, parts), "") or self.taken(shelf, answers, text)

    def _complaints(self, shelf: Shelf, answers: Answers, parts: tuple[str, ...]) -> Iterator[str]:
        choices = self.choices(shelf, answers)
        for part in parts:
            if choices and part not in choices:
                yield f"“{part}” cannot be chosen here. {did_you_mean(part, choices)}".strip()
            yield from self._misshapen(part)
            if parts.count(part) > 1:
                yield f"“{part}” stands here twice."

    def _misshapen(self, text: str) -> Iterator[str]:
        """What the gate would say of it."""
        fields: Any = {self.name: (self.form, ...)}
        model = create_model("Answer", __base__=Authored, **fields)
        document = Document(SourceFile("", "", ""), {self.name: text}, nowhere)
        for problem in typed(document, model)[1]:
            yield f"{problem.message} {problem.hint}".strip()
