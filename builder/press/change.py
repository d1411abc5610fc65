"""All findings → those that a change since the last commit answers for."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.model.order import Order
from builder.model.problem import Problem
from builder.model.suppressed import Findings
from builder.parse.commits import changed_files
from builder.parse.revisions import UnknownRevision, unpack_revision
from builder.press import check


def check_change(order: Order) -> Findings:
    """Every problem in a file that differs from the last commit, and every error elsewhere that was not there then.

    All content is checked, since files depend on one another. What stood in the last commit is checked too, but only
    where there is an error in a file that did not change: somebody may have taken away what it names. Warnings
    elsewhere are left to the whole check. Raises NoHistory.
    """
    changed = changed_files(order.root)
    if not changed:
        return Findings()
    found = check(order, order.root / "dist")
    elsewhere = {each for each in found.problems if each.severity == "error" and each.place.file not in changed}
    new = elsewhere - _errors_before(order) if elsewhere else set()
    problems = tuple(each for each in found.problems if each.place.file in changed or each in new)
    suppressed = tuple(each for each in found.suppressed if each.problem.place.file in changed)
    return Findings(problems, suppressed)


def _errors_before(order: Order) -> frozenset[Problem]:
    """The problems of the last commit; none before the first one."""
    from builder.pipeline import check as check_all

    with TemporaryDirectory(prefix="antiscam-") as name:
        try:
            unpack_revision(order.root, "HEAD", Path(name))
        except UnknownRevision:
            return frozenset()
        return frozenset(check_all(replace(order, root=Path(name))).verdict.problems)
