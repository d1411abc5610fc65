"""The files of facts of a world, as editors write them: comments, one contact below the other, sources."""

from collections.abc import Iterable, Sequence
from random import Random

from benchmarks.places import Place

CONTACTS = ("helpline", "emergency", "report-desk", "check-tool", "regulator", "advice-centre")
FIGURES = ("investment-losses", "deception-cases")
_FEWEST_CONTACTS = 4
_KINDS = {
    "helpline": "hotline",
    "emergency": "emergency",
    "report-desk": "hotline",
    "check-tool": "check-tool",
    "regulator": "regulator-warning-list",
    "advice-centre": "advice",
}
# Which of a place's long numbers a contact has; the second is the spare of the first.
_NUMBERS = {"helpline": 0, "report-desk": 2, "regulator": 3}
_LINKED = ("helpline", "check-tool", "regulator", "advice-centre")
_HOURS = {"helpline": "24/7", "report-desk": "Mo-Fr 08:00-20:00"}
# The story, its icon, how it arrives, how far it goes, and what it works with.
_STORIES = (
    ("romance", "heart-broken", "direct-message, text-message, phone-call, app", "lure, escalation", "trust, secrecy"),
    ("authority", "police-badge", "phone-call, e-mail", "first-payment, escalation", "authority, fear, urgency"),
    ("job-task", "briefcase-account", "direct-message, advert", "lure, unlock-fee", "greed, guided"),
    ("invest-groomed", "account-school", "app, direct-message", "lure, first-payment", "trust, greed"),
    ("invest-platform", "chart-line", "advert, app", "lure, unlock-fee", "greed, urgency"),
    ("platform-support", "headset", "text-message, phone-call", "first-payment", "fear, guided, urgency"),
    ("recovery", "cash-refund", "e-mail, advert", "recovery, unlock-fee", "shame, trust"),
    ("wallet-drain", "wallet", "advert, app, e-mail", "lure, first-payment", "urgency, greed"),
)


def contacts_of(place: Place) -> tuple[str, ...]:
    """Four to six contacts; an area has no emergency number of its own."""
    known = [contact for contact in CONTACTS if contact != "emergency" or place.emergency]
    return tuple(known[: Random(f"contacts of {place.code}").randint(_FEWEST_CONTACTS, len(known))])


def scams_of(place: Place, number: int) -> tuple[str, ...]:
    """So many scams of this place's own, such as `hk-romance-3`."""
    return tuple(f"{place.slug}-{_STORIES[index % len(_STORIES)][0]}-{index + 1}" for index in range(number))


def jurisdiction_facts(place: Place, locales: Sequence[str], scams: Iterable[str]) -> str:
    """`content/jurisdictions/<code>/jurisdiction.yml`."""
    random = Random(f"facts of {place.code}")
    contacts = "\n".join(_contact(place, contact, random.randint(1, 22)) for contact in contacts_of(place))
    figures = "\n".join(_figure(place, figure, random) for figure in FIGURES)
    return f"""\
# {place.name("en")}. Facts only; the words stand beside this file, one file per language.
code: {place.code}
locales: [{", ".join(locales)}]
# A proposed partner: it has approved nothing yet.
partners: [{place.slug}-police]
first_call: {CONTACTS[0]}
scams:
{"".join(f"  - {scam}{chr(10)}" for scam in scams)}\
# Contacts here may link to these hosts only.
allowed_hosts:
  - police-{place.slug}.example

# “source-read” means that somebody read the number in the source. Nobody has dialled it yet.
contacts:
{contacts}
# Both come from one report of the police.
statistics:
{figures}"""


def scam_facts(place: Place, index: int, names: dict[str, str]) -> str:
    """`content/scams/<slug>/scam.yml`; the names are what the police of the place call it, by language."""
    story, icon, vectors, stages, tactics = _STORIES[index % len(_STORIES)]
    return f"""\
# One story of many, told in {place.name("en")}.
type: {story}
icon: {icon}
vectors: [{vectors}]
stages: [{stages}]
tactics: [{tactics}]
example_vector: {vectors.split(",")[0]}
official_names:
  - jurisdiction: {place.code}
    names:
{"".join(f"      {locale}: {name}{chr(10)}" for locale, name in names.items())}\
{_source(place, "Names of scams", "names", 20, indent=4)}"""


def partner_facts(place: Place) -> str:
    """`content/partners/<slug>/partner.yml`."""
    return f"""\
# A proposed partner. It has approved nothing.
jurisdiction: {place.code}
url: https://www.police-{place.slug}.example/
{_source(place, "About us", "about", 21, indent=0)}"""


def campaign_facts(place: Place, scams: Sequence[str]) -> str:
    """`content/campaigns/<slug>/campaign.yml`, at the placement that is shipped."""
    return f"""\
# The alert that is shown in {place.name("en")} when somebody starts a withdrawal.
jurisdictions: [{place.code}]
placement: withdrawal
starts_on: 2026-11-22
ends_on: 2027-11-21
# “question”: before somebody goes on, the alert asks for an answer. Going on stays possible.
friction: question
variants:
  - id: calm
    weight: 1
  - id: direct
    weight: 1
scams:
{"".join(f"  - {scam}{chr(10)}" for scam in scams[:4])}"""


def short_codes(places: Iterable[Place]) -> str:
    """`content/short_codes.yml`: the emergency number of every country."""
    rows = "\n".join(
        f'  - jurisdiction: {place.code}\n    kind: emergency\n    number: "{place.emergency}"\n'
        + _source(place, "Whom to call", "emergency", 22, indent=4)
        for place in places
        if place.emergency
    )
    return f"# The reviewed table of short and emergency numbers.\nshort_codes:\n{rows}"


def long_numbers(places: Iterable[Place]) -> str:
    """`content/long_numbers.yml`: for every place its first contact's number, the spare of it, and all others."""
    rows = (f"  {place.code}: [{', '.join(map(_quoted, _known_numbers(place)))}]\n" for place in places)
    return f"# Every long number that may be published, by place.\nlong_numbers:\n{''.join(rows)}"


def _known_numbers(place: Place) -> tuple[str, ...]:
    """Only those in use and the spare: a file of the product holds 6,000 names and values at most."""
    others = (_NUMBERS[contact] for contact in contacts_of(place) if _NUMBERS.get(contact))
    return (*place.phones[:2], *(place.phones[index] for index in others))


def _contact(place: Place, contact: str, day: int) -> str:
    lines = [f"  - id: {contact}", f"    kind: {_KINDS[contact]}"]
    if contact in _NUMBERS:
        lines += ["    phone:", "      kind: e164", f"      number: {_quoted(place.phones[_NUMBERS[contact]])}"]
    if contact == "emergency":
        lines += ["    phone:", "      kind: emergency", f'      number: "{place.emergency}"']
    if contact in _LINKED:
        lines.append(f"    url: https://www.police-{place.slug}.example/{contact}")
    if contact in _HOURS:
        lines.append(f"    hours: {_HOURS[contact]}")
    lines.append("    check: source-read")
    return "\n".join(lines) + "\n" + _source(place, "Whom to call", contact, day, indent=4)


def _figure(place: Place, figure: str, random: Random) -> str:
    unit = "USD" if figure == "investment-losses" else "cases"
    return (
        f"  - id: {figure}\n    value: {random.randint(10_000, 9_000_000)}\n    unit: {unit}\n"
        '    period: "2025"\n    expires_on: 2027-06-30\n' + _source(place, "Annual report", figure, 19, indent=4)
    )


def _source(place: Place, title: str, page: str, day: int, *, indent: int) -> str:
    space = " " * indent
    return (
        f"{space}confidence: high\n{space}source:\n{space}  title: {title} - Police of {place.name('en')}\n"
        f"{space}  url: https://www.police-{place.slug}.example/{page}\n{space}checked_on: 2026-11-{day:02}\n"
    )


def _quoted(number: str) -> str:
    return f'"{number}"'
