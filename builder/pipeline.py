"""The whole compiler, top to bottom: parse, validate, plan, render, seal, emit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter

from builder.approval.publication import approved, everything
from builder.approval.standing import Standing, standings
from builder.emit import emit
from builder.keys.development import passing_keys
from builder.model.approval import Proposal
from builder.model.document import Document
from builder.model.library import Library
from builder.model.output import OutputFile
from builder.model.problem import Problem
from builder.model.site import Site
from builder.model.trust import Keys
from builder.parse import parse
from builder.parse.approvals import parse_approvals
from builder.parse.theme import OWN, read_theme
from builder.plan import plan
from builder.render import render
from builder.seal import seal
from builder.seal.agreement import numbers_agree
from builder.seal.releases import signed_by_all
from builder.validate import Verdict, validate


def _silent(_done: int, _total: int) -> None:
    """No one watches."""


@dataclass(frozen=True)
class Order:
    """What is asked of a run. Today comes from the caller, so that a build can be repeated on any day.

    `hour` dates the pointer in production, where it must not look older than its last renewal.
    """

    root: Path
    today: date
    production: bool = False
    hour: time = time()
    progress: Callable[[int, int], None] = _silent

    @property
    def moment(self) -> datetime:
        """From when on what is signed is valid, in UTC."""
        return datetime.combine(self.today, self.hour, UTC)


@dataclass(frozen=True)
class Checked:
    """Everything read, and what the gate says of it."""

    documents: tuple[Document, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Built:
    """What a build made. `site` is None if problems stopped it; then nothing was written.

    `standings` says in production what the parties have approved, and so what was held back.
    """

    checked: Checked
    site: Site | None
    files: tuple[OutputFile, ...]
    seconds: Mapping[str, float]
    standings: tuple[Standing, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems the gate found."""
        return self.checked.verdict.problems


@dataclass
class _Stopwatch:
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = perf_counter()
        yield
        self.seconds[name] = perf_counter() - start


def check(order: Order, watch: _Stopwatch | None = None) -> Checked:
    """Reads and checks, writes nothing."""
    watch = watch or _Stopwatch()
    with watch.stage("parse"):
        documents = parse(order.root)
    with watch.stage("validate"):
        return Checked(documents, validate(documents, order.today, production=order.production))


def planned(checked: Checked, today: date) -> Site | None:
    """The site as it would be published, or None if problems stand in the way."""
    library = checked.verdict.library
    return plan(library, today, library.trust.trust) if library else None


def standing(order: Order, library: Library) -> tuple[Standing, ...]:
    """Which jurisdictions are approved, and which wait for whom."""
    return standings(library, parse_approvals(order.root), order.moment)


def watched(root: Path) -> tuple[Path, ...]:
    """What a preview depends on, as far as it exists."""
    return tuple(path for path in (root / "content", root / "site_config.yml", OWN) if path.exists())


def build(order: Order, keys: Keys, out: Path) -> Built:
    """Publishes the site and the bundles at `out`, whole or not at all."""
    built = make(order, keys)
    if built.site is None:
        return built
    watch = _Stopwatch(dict(built.seconds))
    with watch.stage("emit"):
        emit(built.files, out)
    return replace(built, seconds=watch.seconds)


def make(order: Order, keys: Keys) -> Built:
    """Everything but the writing. In production only what is approved, under the parties' own signatures."""
    watch = _Stopwatch()
    checked = check(order, watch)
    library = checked.verdict.library
    if library is None:
        return Built(checked, None, (), watch.seconds)
    with watch.stage("approvals"):
        going = approved(library, standing(order, library), keys) if order.production else everything(library, keys)
    if going.is_empty:
        return Built(checked, None, (), watch.seconds, going.standings)
    with watch.stage("plan"):
        site = going.planned(order.today)
    with watch.stage("render"):
        rendered = render(site, read_theme(), lambda done: order.progress(done, len(site.pages)))
    with watch.stage("seal"):
        releases = going.releases(site, order.moment)
        files = seal(rendered, site, checked.documents, releases, keys.latest, order.moment)
        numbers_agree(files, going.shown(site))
    return Built(checked, site, files, watch.seconds, going.standings)


def preview_of(library: Library, proposal: Proposal) -> tuple[OutputFile, ...]:
    """A site around the exact bytes of a proposal. Keys that last as long as the preview stand in for the parties'."""
    place, moment = proposal.statement.jurisdiction, proposal.statement.issued
    keys = passing_keys()
    site = plan(library.only([place]), moment.date(), keys.trust([place]), approved=True)
    rendered = render(site, read_theme(), lambda _done: None)
    return seal(rendered, site, (), ((signed_by_all(proposal, keys),),), keys.latest, moment)
