"""Campaigns: sane dates, and one alert at a time at one placement."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations

from builder.model.content.campaign import CampaignFacts
from builder.model.problem import Problem
from builder.validate.review import Review


def dates(review: Review) -> Iterator[Problem]:
    """A campaign ends after it starts, and somebody hears when it has ended."""
    for campaign in review.library.campaigns.values():
        facts, place = campaign.facts, partial(review.value, campaign.facts_file, "ends_on")
        if facts.ends_on < facts.starts_on:
            message = f"The campaign would end on {facts.ends_on}, before it starts on {facts.starts_on}."
            yield Problem(place(), "bad-schedule", message, "Exchange the two dates, or correct the one that is wrong.")
        elif facts.ends_on < review.today and not facts.cancelled_on:
            message = f"The campaign ended on {facts.ends_on}: users there see only the general warning."
            hint = "Agree a new end with the partner, or start the next campaign."
            yield Problem(place(), "campaign-ended", message, hint)


def supersessions(review: Review) -> Iterator[Problem]:
    """A campaign that replaces its own replacement would leave no alert at all."""
    campaigns = review.library.campaigns
    for campaign in campaigns.values():
        seen, step = {campaign.slug}, campaign.facts.supersedes
        while step and step in campaigns and step not in seen:
            seen.add(step)
            step = campaigns[step].facts.supersedes
        if step == campaign.slug and len(seen) > 1:  # one that names itself is an unknown reference
            message = f"“{campaign.slug}” replaces a campaign that in turn replaces it."
            hint = "Only the newer one names the older one."
            yield Problem(review.value(campaign.facts_file, "supersedes"), "bad-schedule", message, hint)


def overlaps(review: Review) -> Iterator[Problem]:
    """Two alerts for the same moment: the app could show only one."""
    shown = (campaign for campaign in review.library.campaigns.values() if not campaign.facts.cancelled_on)
    by_start = sorted(shown, key=lambda campaign: campaign.facts.starts_on)
    for one, other in combinations(by_start, 2):
        a, b = one.facts, other.facts
        shared = set(a.jurisdictions) & set(b.jurisdictions)
        together = a.starts_on <= b.ends_on and b.starts_on <= a.ends_on
        replaced = one.slug == b.supersedes or other.slug == a.supersedes
        alike = (a.placement, a.status) == (b.placement, b.status) and _may_meet(a, b)
        if shared and alike and together and not replaced:
            message = f"At the same time “{one.slug}” is shown in {', '.join(sorted(shared))} at the same placement."
            hint = f"Change the dates, or write “supersedes: {one.slug}”."
            yield Problem(review.value(other.facts_file, "starts_on"), "campaigns-overlap", message, hint)


def _may_meet(one: CampaignFacts, other: CampaignFacts) -> bool:
    """Whether one transfer can be meant by both: not if they ask for different values of the same fact."""
    wanted = {condition.fact: set(condition.any_of) for condition in one.audience}
    return all(wanted.get(each.fact, set(each.any_of)) & set(each.any_of) for each in other.audience)
