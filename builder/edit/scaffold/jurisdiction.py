"""A new place: its facts with one contact, its words, and if wished its police and a campaign."""

from babel.languages import get_official_languages

from builder.edit.scaffold import campaign as of_campaign
from builder.edit.scaffold.asked import address_question, is_in_cldr, slug_of, source_questions, titles_of_scams
from builder.edit.scaffold.contact import contact_facts, contact_questions, short_number
from builder.edit.scaffold.draft import Draft, NewFile
from builder.edit.scaffold.marks import to_write
from builder.edit.scaffold.partner import partner_files
from builder.edit.scaffold.questions import Answers, Question
from builder.edit.scaffold.shelf import Shelf
from builder.model.content.jurisdiction import JurisdictionWords
from builder.model.content.scalars import JurisdictionCode, Line, LocaleCode, Slug, country_of, host_of
from builder.model.document import Node
from builder.plan.formats import cldr, language_name


def _stands(shelf: Shelf, _answers: Answers, text: str) -> str:
    return f"There is a place called “{text}” already." if shelf.has_folder(f"content/jurisdictions/{text}") else ""


def _likely_locales(shelf: Shelf, answers: Answers) -> str:
    """The official languages of the country that the site speaks, and the one that texts are written in."""
    official = {tag.replace("_", "-") for tag in get_official_languages(country_of(answers["code"]), de_facto=True)}
    fitting = [locale for locale in shelf.library.locales if {locale, locale.partition("-")[0]} & official]
    return ", ".join(dict.fromkeys((*fitting, shelf.source_locale)))


def _site_locales(shelf: Shelf, _answers: Answers) -> dict[str, str]:
    return {locale: language_name(locale) if is_in_cldr(locale) else "" for locale in shelf.library.locales}


def _worded(shelf: Shelf, answers: Answers) -> tuple[str, ...]:
    return shelf.worded(answers.listed("locales"))


def _likely_name(code: str, locale: str) -> str:
    """The name of a country or territory as CLDR knows it; nothing for parts of a country, or in other languages."""
    return str(cldr(locale).territories.get(code, "")) if is_in_cldr(locale) else ""


QUESTIONS = (
    Question("code", "ISO 3166 code of the place, such as JP or US-CA", JurisdictionCode, taken=_stands),
    Question(
        "locales", "Its languages, the commonest first", LocaleCode, several=True,
        default=_likely_locales, choices=_site_locales,
    ),
    Question(
        "name", "The name of the place", Line, keys=_worded,
        default=lambda _shelf, answers: _likely_name(answers["code"], answers["key"]),
    ),
    *contact_questions(first=True),
    Question(
        "scams", "Its scams, the commonest first", Slug, several=True,
        default=lambda shelf, _answers: ", ".join(shelf.scams[:40]),
        choices=lambda shelf, _answers: titles_of_scams(shelf, shelf.scams),
    ),
    slug_of("police partner", "partners", "jp-police", "partner_slug"),
    address_question("Address of the police’s own site, if you have opened it", "partner_url", fits="partner_slug"),
    *source_questions("the police", "partner_", fits="partner_slug"),
    slug_of("campaign", "campaigns", "jp-withdrawal", "campaign_slug"),
)  # fmt: skip


def jurisdiction(shelf: Shelf, answers: Answers) -> Draft:
    """All files of a place, and its short number in the reviewed table."""
    code, locales = answers["code"], _worded(shelf, answers)
    here, folder = answers.also(jurisdiction=code), f"content/jurisdictions/{code}"
    police, alert = answers.inside("partner").also(jurisdiction=code), _campaign_answers(shelf, answers)
    about = f"{answers.keyed('name').get(shelf.source_locale, code)}. Facts only; the words stand beside this file."
    new = {f"{folder}/jurisdiction.yml": NewFile(about, _facts(shelf, here, police))}
    for locale in locales:
        words = {**to_write(JurisdictionWords, {"contacts": [answers["id"]]}), "name": answers.keyed("name")[locale]}
        new[f"{folder}/{locale}.yml"] = NewFile(f"{code} in words ({locale}).", words)
    new |= partner_files(shelf, police, locales) if police["slug"] else {}
    new |= of_campaign.campaign_files(alert, locales) if alert["slug"] else {}
    then = () if alert["slug"] else (f"Agree a campaign for {code}: antiscam new campaign --jurisdictions {code}",)
    return Draft(new, short_number(shelf, here), then)


def _facts(shelf: Shelf, answers: Answers, police: Answers) -> dict[str, Node]:
    urls = [url for url in (answers["url"], police["url"] if police["slug"] else "") if url]
    given: dict[str, Node] = {
        "code": answers["code"],
        "locales": list(answers.listed("locales")),
        "partners": [police["slug"]] if police["slug"] else [],
        "first_call": answers["id"],
        "scams": list(answers.listed("scams")),
        "allowed_hosts": list(dict.fromkeys(map(host_of, urls))),
        "contacts": [contact_facts(shelf, answers)],
    }
    return {name: value for name, value in given.items() if value or name == "allowed_hosts"}


def _campaign_answers(shelf: Shelf, answers: Answers) -> Answers:
    """What “new campaign” would propose for this place."""
    scams = ", ".join(answers.listed("scams")[: of_campaign.MOST_SCAMS])
    alert = answers.inside("campaign").also(jurisdictions=answers["code"], scams=scams)
    for question in of_campaign.QUESTIONS:
        if not alert[question.name] and question.fits(shelf, alert) and question.name != "slug":
            alert = alert.also(**{question.name: question.default(shelf, alert)})
    return alert
