"""The whole compiler, top to bottom: parse, validate, plan, render, seal, emit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from time import perf_counter

from builder.emit import emit
from builder.model.document import Document
from builder.model.output import OutputFile
from builder.model.problem import Problem
from builder.model.site import Site
from builder.parse import parse
from builder.parse.theme import OWN, read_theme
from builder.plan import plan
from builder.render import render
from builder.seal import seal
from builder.validate import Verdict, validate


def _silent(_done: int, _total: int) -> None:
    """No one watches."""


@dataclass(frozen=True)
class Order:
    """What is asked of a run. Today comes from the caller, so that a build can be repeated on any day."""

    root: Path
    today: date
    production: bool = False
    progress: Callable[[int, int], None] = _silent


@dataclass(frozen=True)
class Checked:
    """Everything read, and what the gate says of it."""

    documents: tuple[Document, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Built:
    """What a build made. `site` is None if problems stopped it; then nothing was written."""

    checked: Checked
    site: Site | None
    files: tuple[OutputFile, ...]
    seconds: Mapping[str, float]

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
    return plan(checked.verdict.library, today) if checked.verdict.library else None


def watched(root: Path) -> tuple[Path, ...]:
    """What a preview depends on, as far as it exists."""
    return tuple(path for path in (root / "content", root / "site_config.yml", OWN) if path.exists())


def build(order: Order, out: Path) -> Built:
    """Publishes the site and the bundles at `out`, whole or not at all."""
    built = make(order)
    if built.site is None:
        return built
    watch = _Stopwatch(dict(built.seconds))
    with watch.stage("emit"):
        emit(built.files, out)
    return replace(built, seconds=watch.seconds)


def make(order: Order) -> Built:
    """Everything but the writing."""
    watch = _Stopwatch()
    checked = check(order, watch)
    if checked.verdict.library is None:
        return Built(checked, None, (), watch.seconds)
    with watch.stage("plan"):
        site = plan(checked.verdict.library, order.today)
    with watch.stage("render"):
        rendered = render(site, read_theme(), lambda done: order.progress(done, len(site.pages)))
    with watch.stage("seal"):
        files = seal(rendered, site, checked.documents)
    return Built(checked, site, files, watch.seconds)
