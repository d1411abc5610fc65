"""The whole compiler, top to bottom: parse, validate, plan, render, seal; of all content, or of one jurisdiction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from builder.approval.publication import Publication, approved_content, everything
from builder.approval.standing import Standing, standings
from builder.keys.development import passing_keys
from builder.model.approval import Proposal
from builder.model.cards import Place, PlaceChoice
from builder.model.chapter import Chapter, Told
from builder.model.content.switches import Switches
from builder.model.document import Document
from builder.model.library import Library
from builder.model.order import Order
from builder.model.output import CannotPublish, OutputFile
from builder.model.problem import Problem
from builder.model.release import WARNINGS
from builder.model.site import Site
from builder.model.trust import Keys, Trust
from builder.parse import parse
from builder.parse.approvals import parse_approvals
from builder.parse.files import SWITCHES, author_files
from builder.parse.reading import read_file
from builder.parse.theme import read_theme
from builder.plan import joined, plan, plan_front, plan_places
from builder.render import Renderer
from builder.seal import seal
from builder.seal.agreement import no_foreign_numbers, numbers_of
from builder.seal.record import build_record
from builder.seal.releases import LATEST, signed_by_all
from builder.validate import Verdict, validate
from builder.validate.schema import typed


@dataclass(frozen=True)
class Checked:
    """Everything read, and what the gate says of it."""

    documents: tuple[Document, ...]
    verdict: Verdict


@dataclass(frozen=True)
class Built:
    """What a build made, in memory: nothing if problems, or missing approvals, stopped it.

    `told` says of each jurisdiction how much of it goes out, and what was held back.
    """

    checked: Checked
    site: Site | None
    files: tuple[OutputFile, ...]
    told: tuple[Told, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems the gate found."""
        return self.checked.verdict.problems


def check(order: Order) -> Checked:
    """Reads and checks everything, writes nothing."""
    documents = parse(order.root)
    return Checked(documents, validate(documents, order.today, production=order.production))


def switched(root: Path) -> tuple[Switches | None, tuple[Problem, ...]]:
    """What `switches.yml` turns off, whatever else is wrong with the content; nothing if there is no such file."""
    if SWITCHES not in author_files(root):
        return Switches(), ()
    document = read_file(root, SWITCHES)
    value, problems = typed(document, Switches) if document.value is not None else (None, ())
    found = (*document.problems, *problems)
    return (value if isinstance(value, Switches) and not found else None), found


def planned(checked: Checked, today: date) -> Site | None:
    """The site as it would be published, or None if problems stand in the way."""
    library = checked.verdict.library
    return plan(library, today, library.trust.trust) if library else None


def standing(order: Order, library: Library) -> tuple[Standing, ...]:
    """Which jurisdictions are approved, and which wait for whom."""
    return standings(library, parse_approvals(order.root, library.jurisdictions), order.moment)


def publication(order: Order, library: Library) -> Publication:
    """What goes out of the only jurisdiction in a library."""
    if not order.production:
        return everything(library.with_drafts_running() if order.drafts else library, order.today)
    (found,) = standing(order, library)
    return approved_content(library, found, order.today)


@dataclass(frozen=True)
class Whole:
    """What the part that belongs to no jurisdiction is made of, beside the library.

    `sources` and `outputs` are digests by path, the outputs being those of all chapters; `example` is a bundle that may
    serve as one, or empty.
    """

    told: tuple[Told, ...]
    trust: Trust
    sources: Mapping[str, str]
    outputs: Mapping[str, str]
    example: bytes


def trusted(order: Order, library: Library, places: Iterable[str], keys: Keys) -> Trust:
    """The keys that clients are to pin, for all jurisdictions. Raises CannotPublish for a key that nobody pins."""
    if not order.production:
        return keys.trust(places)
    trust = library.trust.trust
    if keys.latest.key not in trust.latest:
        raise CannotPublish("The key given is not the one of “latest” in trust.yml.")
    return trust


def front(
    order: Order, library: Library, whole: Whole, keys: Keys, renderer: Renderer, *, approved: bool
) -> tuple[OutputFile, ...]:
    """The part of the site that belongs to no jurisdiction, and the statements about the whole of it.

    Raises ValueError where a file of one jurisdiction shows a number of another.
    """
    site = general_site(order, library, whole, approved=approved)
    places = [told.place for told in whole.told if told.choices]
    scripts = frozenset(chain.from_iterable(told.scripts for told in whole.told))
    rendered = tuple(renderer.front(site, places, scripts, whole.example))
    files = (*rendered, *seal(whole.told, whole.trust, keys, order.moment, library.switches.published))
    pages = [file for file in rendered if not file.path.startswith(WARNINGS)]
    no_foreign_numbers((*(told.numbers for told in whole.told), numbers_of(pages, ())))
    recorded = {file.path: file.digest for file in files if file.path != LATEST}
    return (*files, build_record(order.today, whole.sources, {**whole.outputs, **recorded}))


def general_site(order: Order, library: Library, whole: Whole, *, approved: bool) -> Site:
    """The pages that belong to no jurisdiction, around the chapters that go out."""
    places = tuple(_place(told) for told in whole.told if told.choices)
    return plan_front(library, order.today, whole.trust, places, approved=approved)


def _place(told: Told) -> Place:
    return Place(told.place, tuple(PlaceChoice(*choice) for choice in told.choices))


def make(order: Order, keys: Keys) -> Built:
    """Everything but the writing, in memory and from nothing: what every other way to build is held to."""
    checked = check(order)
    library = checked.verdict.library
    if library is None:
        return Built(checked, None, (), ())
    trust, renderer = (
        trusted(order, library, library.jurisdictions, keys),
        Renderer(read_theme(), library.config.base_url),
    )
    going = [publication(order, library.only([code])) for code in library.jurisdictions]
    chapters = [each.chapter(renderer, order.moment) for each in going]
    told = tuple(each.told for each in chapters)
    if not any(each.choices for each in told):
        return Built(checked, None, (), told)
    sources = {document.source.path: document.source.digest for document in checked.documents}
    whole = _whole(chapters, trust, sources)
    general = front(order, library, whole, keys, renderer, approved=order.production)
    site = joined([general_site(order, library, whole, approved=order.production), *(each.site for each in going)])
    return Built(checked, site, _sorted(chapters, general), told)


def _whole(chapters: Iterable[Chapter], trust: Trust, sources: Mapping[str, str]) -> Whole:
    files = {file.path: file for each in chapters for file in each.files}
    told = tuple(each.told for each in chapters)
    example = next((files[each.example].content for each in told if each.example), b"")
    return Whole(told, trust, sources, {path: file.digest for path, file in files.items()}, example)


def _sorted(chapters: Iterable[Chapter], general: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    files = chain(general, *(each.files for each in chapters))
    return tuple(sorted(files, key=lambda file: file.path))


def preview_of(library: Library, proposal: Proposal) -> tuple[OutputFile, ...]:
    """A site around the exact bytes of a proposal. Keys that last as long as the preview stand in for the parties'."""
    place, moment = proposal.statement.jurisdiction, proposal.statement.issued
    keys, only = passing_keys(), library.only([place])
    order = Order(Path(), moment.date(), hour=moment.time())
    site = plan_places(only, order.today, library.trust.trust, approved=True)
    renderer = Renderer(read_theme(), library.config.base_url)
    only_chapter = Publication(place, site, (signed_by_all(proposal, keys),)).chapter(renderer, moment)
    whole = _whole([only_chapter], keys.trust([place]), {})
    return _sorted([only_chapter], front(order, only, whole, keys, renderer, approved=True))
