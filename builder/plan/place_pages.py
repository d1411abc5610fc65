"""The pages of one jurisdiction in one language."""

from collections.abc import Iterator
from datetime import date

from builder.model.cards import ScamCard, SourceLine
from builder.model.content.placeholders import fill
from builder.model.library import Jurisdiction, Library, Scam
from builder.model.site import Link, PlannedPage, Scope
from builder.model.views import (
    Body,
    CheckBody,
    CheckQuestion,
    ContactsBody,
    ScamBody,
    ScamListBody,
    StartBody,
    TipsBody,
)
from builder.plan import addresses
from builder.plan.contact_cards import contact_cards, shown_address, source_line
from builder.plan.figures import figure_lines
from builder.plan.formats import language_name, long_date
from builder.plan.notices import notices
from builder.plan.words import translated, words_of

_SIGNS_IN_A_LIST = 3


def place_pages(library: Library, place: Jurisdiction, scope: Scope, today: date) -> Iterator[PlannedPage]:
    """Start page, scams, check, tips and contacts."""
    return _PlacePages(library, place, scope, today).pages()


class _PlacePages:
    """What all pages of a place and language share, looked up once."""

    def __init__(self, library: Library, place: Jurisdiction, scope: Scope, today: date) -> None:
        self.library, self.place, self.scope, self.today = library, place, scope, today
        self.strings = scope.strings
        self.words = words_of(library, place, scope.locale)
        self.cards = contact_cards(library, place, scope, today)
        self.scams = tuple(library.scams[slug] for slug in place.facts.scams)

    def pages(self) -> Iterator[PlannedPage]:
        strings, words = self.strings, self.words
        everything: tuple[Jurisdiction | Scam, ...] = (self.place, *self.scams)
        yield self._page("", words.name, words.intro, self._start(), everything)
        yield self._page("scams/", strings.scams.heading, strings.scams.lead, self._scam_list(), everything)
        for scam in self.scams:
            body = self._scam(scam)
            title, summary = body.words.title, body.words.summary
            yield self._page(f"scams/{scam.slug}/", title, summary, body, (self.place, scam))
        yield self._page("check/", strings.self_check.heading, strings.self_check.lead, self._check(), everything)
        never = words.never_asks
        tips = TipsBody(words.tips, never.exchange, never.police)
        yield self._page("tips/", strings.tips.heading, strings.tips.lead, tips, (self.place,))
        contacts = ContactsBody(self.cards, self._not_dialled(), words.local_notes)
        yield self._page("contacts/", strings.contacts.heading, strings.contacts.lead, contacts, (self.place,))

    def _page(
        self, address: str, title: str, description: str, body: Body, sources: tuple[Jurisdiction | Scam, ...]
    ) -> PlannedPage:
        locale = self.scope.locale
        alternates = tuple(
            Link(language_name(other), addresses.place_root(self.place.slug, other) + address, other)
            for other in self.place.facts.locales
        )
        files = [file for entry in sources for file in entry.files(locale, self.library.config.source_locale)]
        return PlannedPage(
            address=self.scope.root + address,
            scope=self.scope,
            title=title,
            description=description,
            body=body,
            alternates=alternates,
            notices=notices(self.library, self.scope, sources),
            sources=tuple(sorted({*files, f"content/strings/{locale}.yml", "site_config.yml"})),
        )

    def _start(self) -> StartBody:
        root, never = self.scope.root, self.words.never_asks
        emergency = next((card for card in self.cards if card.kind == "emergency" and card.number), None)
        figures = tuple(figure_lines(self.place.facts.statistics, self.words.statistics, self.scope, self.today))
        sources = {
            line.url: line for line in (*(card.source for card in self.cards), *(line.source for line in figures))
        }
        return StartBody(
            place=self.words.name,
            intro=self.words.intro,
            approval=self.strings.provenance.approval if self.scope.draft else self.scope.standing[0],
            first=self.cards[0],
            danger=fill(self.strings.now.danger, {"number": emergency.number}) if emergency else "",
            danger_href=emergency.href if emergency else "",
            contacts=tuple(card for card in self.cards[1:] if card.kind in ("hotline", "report-online")),
            check_tools=tuple(card for card in self.cards if card.kind in ("check-tool", "regulator-warning-list")),
            scams=tuple(self._scam_card(scam) for scam in self.scams),
            never_exchange=never.exchange,
            never_police=never.police,
            figures=figures,
            notes=self.words.local_notes,
            sources=tuple(sources.values()),
            as_of=fill(self.strings.site.as_of, {"date": long_date(self.today, self.scope.formats)}),
            not_dialled=self._not_dialled(),
            verify_url=self.library.config.brand.verify_tool,
            verify_shown=shown_address(self.library.config.brand.verify_tool),
            police_page=self._police_page(),
            check_page=f"{root}check/",
        )

    def _police_page(self) -> str:
        """The first page written for officers, or nothing."""
        slugs = (page.slug for page in self.library.ordered_pages() if page.facts.audience == "police")
        slug = next(slugs, "")
        return f"{addresses.general_root(self.scope.locale)}{slug}/" if slug else ""

    def _not_dialled(self) -> str:
        """Said as long as one of the numbers was only read."""
        read_only = any(contact.phone and contact.check != "dialled" for contact in self.place.facts.contacts)
        return self.strings.contacts.not_dialled if read_only else ""

    def _scam_list(self) -> ScamListBody:
        return ScamListBody(tuple(self._scam_card(scam) for scam in self.scams))

    def _scam_card(self, scam: Scam) -> ScamCard:
        told = translated(self.library, scam, self.scope.locale)
        name, _ = self._official(scam)
        return ScamCard(
            address=addresses.scam(self.scope.root, scam.slug),
            icon=scam.facts.icon,
            language=told.language,
            title=told.words.title,
            summary=told.words.summary,
            official_name=name,
            signs=told.words.red_flags[:_SIGNS_IN_A_LIST],
        )

    def _scam(self, scam: Scam) -> ScamBody:
        told = translated(self.library, scam, self.scope.locale)
        name, source = self._official(scam)
        return ScamBody(
            words=told.words,
            language=told.language,
            icon=scam.facts.icon,
            vectors=tuple(self.strings.scams.vectors[vector] for vector in scam.facts.vectors),
            official_name=name,
            official_source=source,
            first=self.cards[0],
        )

    def _official(self, scam: Scam) -> tuple[str, SourceLine | None]:
        """What the authorities of this place call a scam in this language, if that was found."""
        for official in scam.facts.official_names:
            if official.jurisdiction == self.place.slug and self.scope.locale in official.names:
                return official.names[self.scope.locale], source_line(official, self.strings)
        return "", None

    def _check(self) -> CheckBody:
        questions = []
        for scam in self.scams:
            words = words_of(self.library, scam, self.scope.locale)
            link = fill(self.strings.self_check.read, {"title": words.title})
            questions.append(CheckQuestion(words.question, link, addresses.scam(self.scope.root, scam.slug)))
        return CheckBody(tuple(questions), self.cards[0])
