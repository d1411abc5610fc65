"""The house rules of the alert: one question, and buttons that say what they do."""

import re
from collections.abc import Iterator
from itertools import chain

from builder.model.content.scalars import Authored
from builder.model.problem import Problem
from builder.validate.review import Review, texts

_QUESTION_MARKS = frozenset("?？؟")
# Under pressure people press whatever sounds like the way on: a button says what it does, so it has an object. In a
# script without spaces that takes three characters.
_FEWEST_WORDS, _FEWEST_HAN = 2, 3
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def _alerts(review: Review) -> Iterator[tuple[str, Authored, tuple[str, ...]]]:
    """Every set of words that is shown as an alert, with the path to it in its file."""
    for campaign in review.library.campaigns.values():
        for locale, words in campaign.words.items():
            yield campaign.words_file(locale), words, ()
    for locale, strings in review.library.strings.items():
        yield f"content/strings/{locale}.yml", strings.baseline, ("baseline",)


def _shared(review: Review) -> Iterator[tuple[str, Authored, tuple[str, ...]]]:
    """The words that every alert has besides."""
    for locale, strings in review.library.strings.items():
        yield f"content/strings/{locale}.yml", strings.alert, ("alert",)


def one_question(review: Review) -> Iterator[Problem]:
    """One ask per alert: a second question takes the weight from the first."""
    for file, words, prefix in chain(_alerts(review), _shared(review)):
        for path, text in texts(words):
            asked = sum(character in _QUESTION_MARKS for character in text)
            if path == ("question",) and asked != 1:
                message = f"The question has {asked} question marks; it needs exactly one."
                hint = "Ask one thing about the reader’s situation."
                yield Problem(review.value(file, *prefix, *path), "one-question", message, hint)
            elif path != ("question",) and asked:
                message = "A second question stands in this alert."
                hint = "Only “question” asks; say this as a plain sentence."
                yield Problem(review.value(file, *prefix, *path), "one-question", message, hint)


def bare_buttons(review: Review) -> Iterator[Problem]:
    """A button is a verb with its object, and no two buttons say the same."""
    for file, words, prefix in _alerts(review):
        given = dict(texts(words))
        for name in ("stop", "proceed"):
            text = given[(name,)]
            if len(text.split()) < _FEWEST_WORDS and len(_HAN.findall(text)) < _FEWEST_HAN:
                message = f"“{text}” does not say what the button does."
                hint = "Say it with a verb and its object, such as “Stop this transfer”."
                yield Problem(review.value(file, *prefix, name), "bare-button", message, hint)
        for one, other in (("stop", "proceed"), ("answer_yes", "answer_no")):
            if given[(one,)] == given[(other,)]:
                message = f"“{one}” and “{other}” say the same."
                yield Problem(review.value(file, *prefix, other), "bare-button", message, "Say what each of them does.")
