"""The warning of one jurisdiction in one locale, as published for apps."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from builder.model.bundle import (
    Bundle,
    BundleContact,
    BundleEvidence,
    BundleExample,
    BundleField,
    BundleLabels,
    BundleLine,
    BundleScam,
    BundleSent,
)
from builder.model.content.drawings import DRAWINGS
from builder.model.content.placeholders import fill
from builder.model.content.scam import ScamWords
from builder.model.content.strings import Strings
from builder.model.library import Campaign, Entry, Jurisdiction, Library
from builder.model.site import BaselineWarning, Scope
from builder.plan import addresses
from builder.plan.alerts import alert_of
from builder.plan.contact_cards import contact_cards, dialled
from builder.plan.formats import cldr
from builder.plan.notices import about_translation
from builder.plan.words import partner_names, translated, words_of


def baseline_warning(library: Library, locale: str, *, approved: bool) -> BaselineWarning:
    """What an alert says in a language as long as it has no verified bundle."""
    words = library.strings[locale].baseline
    notices = (*(() if approved else (words.draft,)), *about_translation(library, locale))
    return BaselineWarning(locale, cldr(locale).text_direction, notices, words)


def bundle_of(library: Library, place: Jurisdiction, scope: Scope, today: date) -> Bundle:
    """A jurisdiction's warning in one locale."""
    baseline = scope.strings.baseline
    of_place = [campaign for campaign in library.campaigns.values() if place.slug in campaign.facts.jurisdictions]
    campaigns = [campaign for campaign in of_place if _running(campaign, today)]
    wanted = {slug for campaign in campaigns for slug in campaign.facts.scams}
    shown: tuple[Entry[Any, Any], ...] = (place, *campaigns, *(library.scams[slug] for slug in sorted(wanted)))
    return Bundle(
        format="antiscam-bundle/1",
        jurisdiction=place.slug,
        locale=scope.locale,
        direction=scope.direction,
        place=words_of(library, place, scope.locale).name,
        as_of=today,
        draft=scope.draft,
        label=baseline.label,
        speaker=baseline.speaker,
        notices=(*_standing(library, place, scope), *about_translation(library, scope.locale, shown)),
        page=scope.root,
        first_call=place.facts.first_call,
        contacts=tuple(_contacts(library, place, scope, today)),
        scams=tuple(_scams(library, scope, [slug for slug in place.facts.scams if slug in wanted])),
        alerts=tuple(alert_of(library, campaign, scope) for campaign in campaigns),
        cancelled=tuple(campaign.slug for campaign in of_place if campaign.facts.cancelled_on),
        sent=_sent(scope.strings),
        evidence=_evidence(scope.strings),
        labels=BundleLabels(
            signs=scope.strings.scams.red_flags,
            example=scope.strings.scams.example,
            read_more=scope.strings.alert.read_more,
            pauses=scope.strings.alert.pauses,
        ),
    )


def _standing(library: Library, place: Jurisdiction, scope: Scope) -> Iterator[str]:
    """Who has approved these words, or that nobody has, and whose advice they use."""
    if not scope.draft:
        yield from scope.standing
        return
    yield scope.strings.baseline.draft
    if partners := partner_names(library, place, scope.locale):
        yield fill(scope.strings.baseline.sources_of, {"partner": partners})


def _running(campaign: Campaign, today: date) -> bool:
    """An ended or cancelled campaign is left out; one that has not begun goes along, the client knows the day."""
    return campaign.facts.ends_on >= today and not campaign.facts.cancelled_on


def _sent(strings: Strings) -> BundleSent:
    return BundleSent(heading=strings.sent.heading, lead=strings.sent.lead, steps=strings.sent.steps)


def _evidence(strings: Strings) -> BundleEvidence:
    pack = strings.alert.evidence_pack
    return BundleEvidence(
        heading=strings.evidence.heading,
        lead=strings.evidence.lead,
        fields=tuple(BundleField(id=field, label=label) for field, label in pack.fields.items()),
        save=pack.save,
        saved=pack.saved,
        note=pack.note,
    )


def _contacts(library: Library, place: Jurisdiction, scope: Scope, today: date) -> Iterator[BundleContact]:
    facts = {contact.id: contact for contact in place.facts.contacts}
    for card in contact_cards(library, place, scope, today):
        contact = facts[card.id]
        yield BundleContact(
            id=card.id,
            kind=card.kind,
            name=card.name,
            operator=card.operator or None,
            helps_with=card.helps_with,
            limits=card.limits or None,
            phone=dialled(contact.phone) if contact.phone else None,
            url=contact.url,
            hours=card.hours or None,
            checked_on=contact.checked_on,
            checked=card.checked,
            stale=card.stale,
        )


def _scams(library: Library, scope: Scope, slugs: list[str]) -> Iterator[BundleScam]:
    for slug in slugs:
        facts, told = library.scams[slug].facts, translated(library, library.scams[slug], scope.locale)
        yield BundleScam(
            id=slug,
            type=facts.type,
            language=told.language,
            icon=DRAWINGS[facts.icon],
            title=told.words.title,
            summary=told.words.summary,
            red_flags=told.words.red_flags,
            example=_example(told.words, scope.strings),
            page=addresses.scam(scope.root, slug),
        )


def _example(words: ScamWords, strings: Strings) -> BundleExample:
    lines = (
        BundleLine(who=line.who, speaker=strings.scams.who[line.who], text=line.text) for line in words.example.lines
    )
    return BundleExample(setting=words.example.setting, lines=tuple(lines))
