"""What a project's own settings make of its problems: some graver, some lighter, some suppressed for a while."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fnmatch import fnmatchcase

from builder.model.codes import Code
from builder.model.content.config import SiteConfig, Suppression
from builder.model.document import Document
from builder.model.problem import Place, Problem, Severity
from builder.model.protection import lowers, usual_severity, why_protected
from builder.model.suppressed import Findings, Suppressed

# Longer than this nobody remembers why.
_LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Settings:
    """The severities and suppressions of `site_config.yml`, and where they stand in it."""

    config: SiteConfig
    document: Document

    def place(self, *path: str | int) -> Place:
        """The place of a value."""
        return self.document.positions.value(path)


def judged(
    problems: Iterable[Problem], settings: Settings | None, today: date, *, production: bool, checks_names: bool
) -> Findings:
    """The problems as they count here, sorted. In production a warning is an error; a note never is.

    Where names are checked, so are the settings: of all parts of the content only one has to.
    """
    if settings is None:
        return Findings(_sorted((_weighed(problem, {}) for problem in problems), production=production))
    working = dict(_working(settings, today))
    suppressed = {each for problem in problems for each in _suppressed(problem, working)}
    left = set(problems) - {each.problem for each in suppressed}
    if checks_names:
        needed = {each.by for each in suppressed}
        left |= {*_protected(settings), *_out_of_date(settings, today), *_idle(working, needed)}
    weighed = (_weighed(problem, settings.config.severities) for problem in left)
    return Findings(_sorted(weighed, production=production), tuple(sorted(suppressed)))


def _sorted(problems: Iterable[Problem], *, production: bool) -> tuple[Problem, ...]:
    stopping = ("error", "warning") if production else ("error",)
    return tuple(
        sorted(replace(problem, severity="error") if problem.severity in stopping else problem for problem in problems)
    )


def _weighed(problem: Problem, wanted: Mapping[Code, Severity]) -> Problem:
    """A check says what is wrong; how grave that is, its code and the project say."""
    usual = usual_severity(problem.code)
    severity = wanted.get(problem.code, usual)
    refused = lowers(problem.code, severity) and why_protected(problem.code)
    return replace(problem, severity=usual if refused else severity)


def _suppressed(problem: Problem, working: dict[Place, Suppression]) -> Iterator[Suppressed]:
    """By the first suppression that fits."""
    for place, each in working.items():
        if each.code == problem.code and fnmatchcase(problem.place.file, each.file):
            yield Suppressed(problem, place, each.until)
            return


def _working(settings: Settings, today: date) -> Iterator[tuple[Place, Suppression]]:
    """The suppressions that are heeded, by their places."""
    for number, each in enumerate(settings.config.suppressions):
        if today <= each.until <= today + _LONGEST and not why_protected(each.code):
            yield settings.place("suppressions", number, "code"), each


def _protected(settings: Settings) -> Iterator[Problem]:
    """Settings that would make light of what could harm somebody."""
    message = "“{code}” cannot be {done}: {reason}."
    for code, severity in settings.config.severities.items():
        if lowers(code, severity) and (reason := why_protected(code)):
            said = message.format(code=code, done=f"a {severity}", reason=reason)
            yield Problem(settings.place("severities", code), "protected-rule", said, "Take this line out.")
    for number, each in enumerate(settings.config.suppressions):
        if reason := why_protected(each.code):
            said = message.format(code=each.code, done="suppressed", reason=reason)
            hint = "Mend what it reports, and take this suppression out."
            yield Problem(settings.place("suppressions", number, "code"), "protected-rule", said, hint)


def _out_of_date(settings: Settings, today: date) -> Iterator[Problem]:
    """Suppressions that are over, or would never be."""
    for number, each in enumerate(settings.config.suppressions):
        place = settings.place("suppressions", number, "until")
        if each.until < today:
            message = f"This suppression of “{each.code}” ended on {each.until}: the problem is reported again."
            yield Problem(place, "expired-suppression", message, "Mend the problem, and take this out.")
        elif each.until > today + _LONGEST:
            message = f"Until {each.until} is longer than a year, so this suppression is not heeded."
            yield Problem(place, "endless-suppression", message, f"Choose a day up to {today + _LONGEST}.")


def _idle(working: dict[Place, Suppression], needed: set[Place]) -> Iterator[Problem]:
    """Suppressions of nothing: what they were for has been mended, or their file is misspelt."""
    for place, each in working.items():
        if place not in needed:
            message = f"Nothing is suppressed by this: no “{each.code}” is found in {each.file}."
            hint = "Take it out, or correct the name of the file."
            yield Problem(place, "idle-suppression", message, hint)
