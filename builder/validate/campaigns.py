"""Campaigns that hold together: an audience that exists, complete friction, no silence where danger is known."""

from collections.abc import Iterator

from builder.model.content.audience import VALUES
from builder.model.document import Path
from builder.model.library import Campaign
from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean, nearest

# To show nothing to people who are likely being robbed, only to learn from it, would be wrong.
_CERTAIN = ("Observed", "Likely")
_WITH = {"pause": "pauses", "cool-off": "cool_off_hours"}


def audiences(review: Review) -> Iterator[Problem]:
    """A value that no app reports would keep the alert from everyone."""
    for campaign in review.library.campaigns.values():
        for number, condition in enumerate(campaign.facts.audience):
            known = VALUES.get(condition.fact, condition.any_of)
            for at, value in enumerate(condition.any_of):
                if value not in known:
                    place = review.value(campaign.facts_file, "audience", number, "any_of", at)
                    message = f"“{value}” is no value of “{condition.fact}”."
                    correction = review.instead(place, value, nearest(value, set(known) - set(condition.any_of)))
                    hint = did_you_mean(value, known)
                    yield Problem(place, "unknown-value", message, hint, correction=correction)


def situations(review: Review) -> Iterator[Problem]:
    """What a person recognises leads to a scam that the alert really shows."""
    for campaign in review.library.campaigns.values():
        for situation, scam in campaign.facts.situations.items():
            if scam not in campaign.facts.scams:
                place = review.value(campaign.facts_file, "situations", situation)
                message = f"“{scam}” is not among the “scams” of this alert."
                hint = did_you_mean(scam, campaign.facts.scams)
                correction = review.instead(place, scam, nearest(scam, campaign.facts.scams))
                yield Problem(place, "unknown-reference", message, hint, correction=correction)


def friction(review: Review) -> Iterator[Problem]:
    """Each kind of friction has what it needs, and nothing that only another kind uses."""
    for campaign in review.library.campaigns.values():
        for kind, key in _WITH.items():
            yield from _friction(review, campaign, kind, key)


def _friction(review: Review, campaign: Campaign, kind: str, key: str) -> Iterator[Problem]:
    given = bool(getattr(campaign.facts, key))
    if campaign.facts.friction == kind and not given:
        message = f"The friction “{kind}” needs “{key}”."
        yield Problem(review.value(campaign.facts_file, "friction"), "missing-key", message, f"Add “{key}:”.")
    if campaign.facts.friction != kind and given:
        message = f"“{key}” is used with the friction “{kind}” only."
        hint = f"Remove it, or write “friction: {kind}”."
        yield Problem(review.key(campaign.facts_file, key), "unknown-key", message, hint)


def holdouts(review: Review) -> Iterator[Problem]:
    """Nobody is left unwarned where the danger is known."""
    for campaign in review.library.campaigns.values():
        facts = campaign.facts
        if facts.holdout and facts.certainty in _CERTAIN:
            place = review.value(campaign.facts_file, "holdout")
            message = f"With the certainty “{facts.certainty}” nobody may be left without the warning."
            yield Problem(place, "unsafe-holdout", message, "Remove “holdout”, and compare two variants instead.")


def groups(review: Review) -> Iterator[Problem]:
    """A group that is spelled differently where it is turned off would go on being shown."""
    known = review.library.config.groups
    switches = enumerate(review.library.switches.off)
    named: list[tuple[str, Path, str | None]] = [
        *((campaign.facts_file, ("group",), campaign.facts.group) for campaign in review.library.campaigns.values()),
        *(("switches.yml", ("off", number, "group"), switch.group) for number, switch in switches),
    ]
    for file, path, group in named:
        if group and group not in known:
            message = f"There is no group called “{group}” in site_config.yml."
            hint = did_you_mean(group, known) or "List it there under “groups:”."
            place = review.value(file, *path)
            correction = review.instead(place, group, nearest(group, known))
            yield Problem(place, "unknown-reference", message, hint, correction=correction)


def switches(review: Review) -> Iterator[Problem]:
    """What is turned off exists; a switch is used once it is set, not from a day to come."""
    campaigns = review.slugs("campaigns")
    for number, switch in enumerate(review.library.switches.off):
        if switch.alert and switch.alert not in campaigns:
            message = f"There is no campaign called “{switch.alert}”."
            place = review.value("switches.yml", "off", number, "alert")
            hint = did_you_mean(switch.alert, campaigns) or "Remove the switch: there is no campaign to turn off."
            correction = review.instead(place, switch.alert, nearest(switch.alert, campaigns))
            yield Problem(place, "unknown-reference", message, hint, correction=correction)
        if switch.since > review.today:
            message = f"{switch.since} has not come yet: a switch works at once."
            hint = "Write the day on which it was set."
            yield Problem(review.value("switches.yml", "off", number, "since"), "bad-date", message, hint)
