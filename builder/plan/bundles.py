"""The warning of one jurisdiction in one locale, as published for apps."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from builder.model.bundle import (
    Bundle,
    BundleAlert,
    BundleCondition,
    BundleContact,
    BundleScam,
    BundleVariant,
)
from builder.model.content.placeholders import fill
from builder.model.library import Campaign, Entry, Jurisdiction, Library
from builder.model.site import BaselineWarning, Scope
from builder.plan import addresses
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
    campaigns = [campaign for campaign in library.campaigns.values() if _running(campaign, place, today)]
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
        alerts=tuple(_alert(library, campaign, scope) for campaign in campaigns),
    )


def _standing(library: Library, place: Jurisdiction, scope: Scope) -> Iterator[str]:
    """Who has approved these words, or that nobody has, and whose advice they use."""
    if not scope.draft:
        yield from scope.standing
        return
    yield scope.strings.baseline.draft
    if partners := partner_names(library, place, scope.locale):
        yield fill(scope.strings.baseline.sources_of, {"partner": partners})


def _running(campaign: Campaign, place: Jurisdiction, today: date) -> bool:
    """An ended campaign is left out; one that has not begun goes along, the client knows the day."""
    return place.slug in campaign.facts.jurisdictions and campaign.facts.ends_on >= today


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
        told = translated(library, library.scams[slug], scope.locale)
        yield BundleScam(
            id=slug,
            language=told.language,
            title=told.words.title,
            summary=told.words.summary,
            red_flags=told.words.red_flags,
            page=addresses.scam(scope.root, slug),
        )


def _alert(library: Library, campaign: Campaign, scope: Scope) -> BundleAlert:
    told = translated(library, campaign, scope.locale)
    facts, words = campaign.facts, told.words
    return BundleAlert(
        id=campaign.slug,
        language=told.language,
        placement=facts.placement,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        audience=tuple(BundleCondition(fact=item.fact, any_of=item.any_of) for item in facts.audience),
        friction=facts.friction,
        variants=tuple(
            BundleVariant(
                id=variant.id,
                weight=variant.weight,
                heading=words.variants[variant.id].heading,
                consequence=words.variants[variant.id].consequence,
            )
            for variant in facts.variants
        ),
        question=words.question,
        answer_yes=words.answer_yes,
        answer_no=words.answer_no,
        advice_yes=words.advice_yes,
        advice_no=words.advice_no,
        scams_heading=words.scams_heading,
        scams=facts.scams,
        call_heading=words.call_heading,
        stop=words.stop,
        proceed=words.proceed,
        supersedes=facts.supersedes,
    )
