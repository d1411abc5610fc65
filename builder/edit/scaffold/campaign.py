"""A campaign: when, where and how strongly an alert is shown, and its words in the languages of its places."""

from datetime import date, timedelta

from builder.edit.scaffold.asked import choice_of, place_question, slug_of, titles_of_scams
from builder.edit.scaffold.draft import Draft, NewFile
from builder.edit.scaffold.marks import to_write
from builder.edit.scaffold.questions import Answers, Question, parts_of
from builder.edit.scaffold.shelf import Shelf
from builder.model.content.campaign import CampaignFacts, CampaignWords
from builder.model.content.campaign import Hours as HoursOfPause
from builder.model.content.scalars import IsoDate, Slug
from builder.model.document import Node

MOST_SCAMS = 5  # as many as `CampaignFacts` allows
_A_YEAR = timedelta(days=364)


def _common_scams(shelf: Shelf, answers: Answers) -> tuple[str, ...]:
    """The scams of the places, commonest first."""
    places = [
        shelf.library.jurisdictions[code]
        for code in answers.listed("jurisdictions")
        if code in shelf.library.jurisdictions
    ]
    shown = dict.fromkeys(slug for place in places for slug in place.facts.scams)
    return tuple(sorted(shown, key=lambda slug: max(_rank(slug, place.facts.scams) for place in places)))


def _rank(slug: str, scams: tuple[str, ...]) -> int:
    return scams.index(slug) if slug in scams else len(scams)


def _too_many(_shelf: Shelf, _answers: Answers, text: str) -> str:
    count = len(parts_of(text))
    return f"An alert shows at most {MOST_SCAMS} scams, not {count}." if count > MOST_SCAMS else ""


def _likely_slug(shelf: Shelf, answers: Answers) -> str:
    slug = f"{'-'.join(answers.listed('jurisdictions')).lower()}-{answers['placement']}"
    return "" if shelf.has_folder(f"content/campaigns/{slug}") else slug


def _at_the_same_placement(shelf: Shelf, answers: Answers) -> dict[str, str]:
    """The campaigns that the new one would meet, and until when they are shown."""
    places, placement = set(answers.listed("jurisdictions")), answers["placement"]
    running = (each for each in shelf.library.campaigns.values() if not each.facts.cancelled_on)
    return {
        each.slug: f"shown until {each.facts.ends_on}"
        for each in running
        if places & set(each.facts.jurisdictions) and each.facts.placement == placement and _meet(each.facts, answers)
    }


def _meet(facts: CampaignFacts, answers: Answers) -> bool:
    return str(facts.starts_on) <= answers["ends_on"] and answers["starts_on"] <= str(facts.ends_on)


def _last_day(_shelf: Shelf, answers: Answers) -> str:
    try:
        return str(date.fromisoformat(answers["starts_on"]) + _A_YEAR)
    except (ValueError, OverflowError):
        return ""


QUESTIONS = (
    place_question("Where is the alert shown?", "jurisdictions", several=True),
    choice_of(CampaignFacts, "placement", "At which moment is it shown?", default="withdrawal"),
    slug_of("campaign", "campaigns", "hk-withdrawal", default=_likely_slug),
    Question("starts_on", "First day, as year-month-day", IsoDate, default=lambda shelf, _answers: str(shelf.today)),
    Question("ends_on", "Last day", IsoDate, default=_last_day),
    choice_of(CampaignFacts, "urgency", "How soon should people act?", default="Expected"),
    choice_of(CampaignFacts, "severity", "How bad is the harm?", default="Severe"),
    choice_of(CampaignFacts, "certainty", "How sure is it that it happens?", default="Possible"),
    choice_of(CampaignFacts, "friction", "How much stands between a person and going on?", default="question"),
    Question(
        "pauses", "Hours to choose from, with commas", HoursOfPause, several=True,
        default=lambda _shelf, _answers: "1, 24", fits=lambda _shelf, answers: answers["friction"] == "pause",
    ),
    Question(
        "cool_off_hours", "How many hours the app holds the transfer", HoursOfPause,
        default=lambda _shelf, _answers: "24", fits=lambda _shelf, answers: answers["friction"] == "cool-off",
    ),
    Question(
        "scams", "Which scams does it show, the commonest first; at most five", Slug, several=True, taken=_too_many,
        default=lambda shelf, answers: ", ".join(_common_scams(shelf, answers)[:MOST_SCAMS]),
        choices=lambda shelf, answers: titles_of_scams(shelf, _common_scams(shelf, answers)),
    ),
    Question(
        "variants", "Short names of its wordings, with commas; several are shown in turn", Slug, several=True,
        default=lambda _shelf, _answers: "calm",
    ),
    Question(
        "supersedes", "Another campaign is shown there at the same time. Which one does this one replace?", Slug,
        choices=_at_the_same_placement, fits=lambda shelf, answers: bool(_at_the_same_placement(shelf, answers)),
        needed=False,
    ),
)  # fmt: skip


def campaign(shelf: Shelf, answers: Answers) -> Draft:
    """The files of a campaign."""
    places = [shelf.library.jurisdictions[code] for code in answers.listed("jurisdictions")]
    spoken = {locale for place in places for locale in place.facts.locales}
    locales = shelf.worded(tuple(locale for locale in shelf.library.locales if locale in spoken))
    return Draft(campaign_files(answers, locales))


def campaign_files(answers: Answers, locales: tuple[str, ...]) -> dict[str, NewFile]:
    """The files of a campaign, in these languages."""
    folder, places = f"content/campaigns/{answers['slug']}", ", ".join(answers.listed("jurisdictions"))
    about = f"The alert at the placement “{answers['placement']}” in {places}. A proposal: nobody has approved it."
    words = to_write(CampaignWords, {"variants": answers.listed("variants")})
    return {
        f"{folder}/campaign.yml": NewFile(about, _facts(answers)),
        **{
            f"{folder}/{locale}.yml": NewFile(f"The words of the alert “{answers['slug']}” ({locale}).", words)
            for locale in locales
        },
    }


def _facts(answers: Answers) -> dict[str, Node]:
    variants: list[Node] = [{"id": name, "weight": "1"} for name in answers.listed("variants")]
    single = ("placement", "starts_on", "ends_on", "urgency", "severity", "certainty", "friction")
    given: dict[str, Node] = {
        "jurisdictions": list(answers.listed("jurisdictions")),
        **{name: answers[name] for name in single},
        "pauses": list(answers.listed("pauses")),
        "cool_off_hours": answers["cool_off_hours"],
        "variants": variants,
        "scams": list(answers.listed("scams")),
        "supersedes": answers["supersedes"],
    }
    return {name: value for name, value in given.items() if value}
