"""What users see at a placement: a campaign in one language, as a bundle carries it."""

from collections.abc import Iterator
from datetime import timedelta

from babel.dates import format_timedelta

from builder.model.bundle import (
    BundleAlert,
    BundleCondition,
    BundleExposure,
    BundlePause,
    BundleSituation,
    BundleVariant,
)
from builder.model.content.placeholders import fill
from builder.model.library import Campaign, Library
from builder.model.site import Scope
from builder.plan.formats import cldr
from builder.plan.words import translated


def alert_of(library: Library, campaign: Campaign, scope: Scope) -> BundleAlert:
    """The alert of a campaign, its words in the language of the scope or the one they exist in."""
    told = translated(library, campaign, scope.locale)
    facts, words, shared = campaign.facts, told.words, scope.strings.alert
    hold = facts.cool_off_hours
    return BundleAlert(
        id=campaign.slug,
        language=told.language,
        placement=facts.placement,
        group=facts.group,
        status=facts.status,
        urgency=facts.urgency,
        severity=facts.severity,
        certainty=facts.certainty,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on,
        audience=tuple(BundleCondition(fact=item.fact, any_of=item.any_of) for item in facts.audience),
        friction=facts.friction,
        pauses=tuple(
            BundlePause(hours=hours, label=fill(shared.pause_for, {"time": _time(hours, scope)}))
            for hours in facts.pauses
        ),
        cool_off_hours=hold,
        cool_off=fill(shared.cool_off, {"time": _time(hold, scope)}) if hold else None,
        exposure=BundleExposure(**facts.exposure.model_dump()) if facts.exposure else None,
        holdout=facts.holdout,
        variants=tuple(_variants(campaign, told.language)),
        question=words.question,
        answer_yes=words.answer_yes,
        answer_no=words.answer_no,
        advice_yes=words.advice_yes,
        advice_no=words.advice_no,
        scams_heading=words.scams_heading,
        scams=facts.scams,
        situations=tuple(
            BundleSituation(id=situation, text=shared.situations[situation], scam=scam)
            for situation, scam in facts.situations.items()
        ),
        call_heading=words.call_heading,
        stop=words.stop,
        proceed=words.proceed,
        supersedes=facts.supersedes,
    )


def _variants(campaign: Campaign, language: str) -> Iterator[BundleVariant]:
    words = campaign.words[language].variants
    for variant in campaign.facts.variants:
        said = words[variant.id]
        yield BundleVariant(id=variant.id, weight=variant.weight, heading=said.heading, consequence=said.consequence)


def _time(hours: int, scope: Scope) -> str:
    """`1 hour`, `2 days`: whole days where it is days."""
    return format_timedelta(timedelta(hours=hours), threshold=1, locale=cldr(scope.formats))
