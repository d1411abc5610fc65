"""The house rules of the alert: one question, and buttons that say what they do."""

from collections.abc import Iterator

from builder.model.content.words import Words
from builder.model.problem import Problem
from builder.validate.review import Review, texts

_QUESTION_MARKS = frozenset("?？؟")
# A bare word leaves open what happens; under pressure people press whatever sounds like the way on.
_BARE = frozenset(
    "ok okay yes no close cancel continue done next 好 好的 是 否 確定 確認 取消 关闭 關閉 确定 确认 继续 繼續 نعم لا موافق إلغاء إغلاق متابعة".split()
)


def _alerts(review: Review) -> Iterator[tuple[str, Words, tuple[str, ...]]]:
    """Every set of words that is shown as an alert, with the path to it in its file."""
    for campaign in review.library.campaigns.values():
        for locale, words in campaign.words.items():
            yield campaign.words_file(locale), words, ()
    for locale, strings in review.library.strings.items():
        yield f"content/strings/{locale}.yml", strings.baseline, ("baseline",)  # type: ignore[misc] # same fields


def one_question(review: Review) -> Iterator[Problem]:
    """One ask per alert: a second question takes the weight from the first."""
    for file, words, prefix in _alerts(review):
        for path, text in texts(words):
            asked = sum(character in _QUESTION_MARKS for character in text)
            if path == ("question",) and asked != 1:
                message = f"The question has {asked} question marks; it needs exactly one."
                yield Problem(review.value(file, *prefix, *path), "one-question", message)
            elif path != ("question",) and asked:
                message = "A second question stands in this alert."
                hint = "Only “question” asks; say this as a plain sentence."
                yield Problem(review.value(file, *prefix, *path), "one-question", message, hint)


def bare_buttons(review: Review) -> Iterator[Problem]:
    """A button is a verb with its object, and the two buttons differ."""
    for file, words, prefix in _alerts(review):
        buttons = {path[0]: text for path, text in texts(words) if path in (("stop",), ("proceed",))}
        for name, text in buttons.items():
            if text.casefold() in _BARE:
                message = f"“{text}” does not say what the button does."
                hint = "Say it with a verb, such as “Stop this transfer”."
                yield Problem(review.value(file, *prefix, name), "bare-button", message, hint)
        if buttons["stop"] == buttons["proceed"]:
            message = "Both buttons say the same."
            yield Problem(review.value(file, *prefix, "proceed"), "bare-button", message)
