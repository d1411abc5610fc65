"""A problem that a project has decided to live with for a while."""

from dataclasses import dataclass
from datetime import date

from builder.model.problem import Place, Problem


@dataclass(frozen=True, order=True)
class Suppressed:
    """A problem that is not reported, the suppression in `site_config.yml` that says so, and its last day."""

    problem: Problem
    by: Place
    until: date


@dataclass(frozen=True)
class Findings:
    """Every problem to report, sorted by place, and those that are suppressed."""

    problems: tuple[Problem, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
