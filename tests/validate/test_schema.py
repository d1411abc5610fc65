"""One document against the model of its file: the edges of what each scalar may be."""

import pytest

from builder.model.content.campaign import CampaignFacts
from builder.model.content.config import SiteConfig
from builder.model.content.hosts import Host
from builder.model.content.jurisdiction import Hours
from builder.model.content.page import PageFacts
from builder.model.content.scalars import (
    Authored,
    Boolean,
    FolderUrl,
    IsoDate,
    JurisdictionCode,
    Label,
    ListedUrl,
    LocaleCode,
    Number,
    Slug,
    SourceUrl,
    Url,
    WholeNumber,
)
from builder.model.content.scam import ScamWords
from builder.model.document import SourceFile
from builder.model.problem import Problem
from builder.parse.quick_yaml import read_yaml
from builder.validate.schema import typed


class Scalars(Authored):
    """One key for each type of scalar."""

    address: Url | None = None
    folder: FolderUrl | None = None
    source: SourceUrl | None = None
    listed: ListedUrl | None = None
    host: Host | None = None
    day: IsoDate | None = None
    count: WholeNumber | None = None
    amount: Number | None = None
    flag: Boolean | None = None
    locale: LocaleCode | None = None
    place: JurisdictionCode | None = None
    name: Slug | None = None
    label: Label | None = None
    hours: Hours | None = None


def problems(text: str, model: type[Authored] = Scalars) -> tuple[Problem, ...]:
    return typed(read_yaml(SourceFile("f.yml", text, "")), model)[1]


def codes(text: str, model: type[Authored] = Scalars) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.code) for problem in problems(text, model)]


SOUND = [
    "address: https://a.example",
    "address: https://a.example/",
    "address: https://sub.a-b.example/Path/_x~y.html",
    "folder: https://a.example/site/",
    "source: http://a.example/?q=1&r=%20",
    "host: adcc.gov.hk",
    "host: www.gov.uk",
    "host: police.hu",
    "host: xn--80ak6aa92e.com",
    "listed: https://xn--80ak6aa92e.com/",
    "day: 2028-02-29",
    "count: 0",
    "count: -1",
    "amount: 20.4",
    "amount: 999999999999999.999999",
    "flag: true",
    "flag: false",
    "locale: no",
    "locale: zh-Hant",
    "locale: pt-BR",
    "place: NO",
    "place: GB",
    "place: US-CA",
    "place: GB-SCT",
    "place: AT-9",
    "place: FR-2A",
    "name: a",
    "name: 2-b-3",
    f"name: {'x' * 64}",
    f"label: {'警' * 60}",
    "hours: 24/7",
    "hours: Sa-Su 00:00-23:59",
    "hours: Mo-Mo 08:00-24:00",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_value_passes(text: str) -> None:
    assert problems(text) == ()


REFUSED = [
    ("address: http://a.example/", "unsafe-address"),
    ("address: HTTPS://a.example/", "unsafe-address"),
    ("address: https://A.example/", "unsafe-address"),
    ("address: https://a.example:8443/", "unsafe-address"),
    ("address: https://user@a.example/", "unsafe-address"),
    ("address: https://a.example/?q=1", "unsafe-address"),
    ("address: 'https://a.example/#x'", "unsafe-address"),
    ("address: https://127.0.0.1/", "unsafe-address"),
    ("address: https://localhost/", "unsafe-address"),
    ("address: https://a.example./", "unsafe-address"),
    ("address: https://-a.example/", "unsafe-address"),
    ("address: https://аpple.example/", "unsafe-address"),
    ("address: //a.example/", "unsafe-address"),
    ("address: 'javascript:alert(1)'", "unsafe-address"),
    ('address: "https://a.example/\\nx"', "unsafe-address"),
    ('address: "https://a.example\\\\@b.example/"', "unsafe-address"),
    ("folder: https://a.example/site", "unsafe-address"),
    ("source: ftp://a.example/", "unsafe-address"),
    ("source: 'https://a.example/\"onclick='", "unsafe-address"),
    ("host: https://a.example", "unsafe-address"),
    ("host: a.example/", "unsafe-address"),
    ("host: '*.example'", "unsafe-address"),
    ("host: com", "unsafe-address"),
    ("host: gov.hk", "host-too-wide"),
    ("host: gov.uk", "host-too-wide"),
    ("host: police.uk", "host-too-wide"),
    ("host: co.uk", "host-too-wide"),
    ("host: com.sg", "host-too-wide"),
    ("host: gov.ae", "host-too-wide"),
    ("host: github.io", "host-too-wide"),
    ("address: https://xn--80ak6aa92e.com/", "unsafe-address"),
    ("address: https://a.xn--80ak6aa92e.com/", "unsafe-address"),
    ("source: https://xn--80ak6aa92e.com/", "unsafe-address"),
    ("address: https:a.example/", "unsafe-address"),
    ("address: 'https:\\\\a.example/'", "unsafe-address"),
    ("address: '/\\a.example/'", "unsafe-address"),
    ("address: 'data:text/html,x'", "unsafe-address"),
    ("address: 'blob:https://a.example/x'", "unsafe-address"),
    ("address: 'java&#115;cript:alert(1)'", "unsafe-address"),
    ('address: "java\\tscript:alert(1)"', "unsafe-address"),
    ('address: "java\\nscript:alert(1)"', "unsafe-address"),
    ("address: https://a%2eexample/", "unsafe-address"),
    ("address: https://ａ.example/", "unsafe-address"),
    ("address: https://0x7f.1/", "unsafe-address"),
    ("address: 'https://[::1]/'", "unsafe-address"),
    ("day: 2026-02-29", "bad-date"),
    ("day: 2026-1-2", "bad-date"),
    ("day: 20261122", "bad-date"),
    ("day: 2026-11-22T00:00:00", "bad-date"),
    ("day: ٢٠٢٦-١١-٢٢", "bad-date"),
    ("day: 0000-01-01", "bad-date"),
    ("count: 1.5", "bad-number"),
    ("count: 1e3", "bad-number"),
    ("count: 0x10", "bad-number"),
    ("count: '+1'", "bad-number"),
    ("amount: nan", "bad-number"),
    ("amount: inf", "bad-number"),
    ("amount: '1 000'", "bad-number"),
    ("amount: 1_000", "bad-number"),
    ("amount: ١٢٠٠", "bad-number"),
    ("flag: True", "bad-boolean"),
    ("flag: 1", "bad-boolean"),
    ("locale: EN", "bad-locale"),
    ("locale: zh-hant", "bad-locale"),
    ("locale: xx-Nowhere", "bad-locale"),
    ("place: UK", "bad-jurisdiction"),
    ("place: no", "bad-jurisdiction"),
    ("place: '001'", "bad-jurisdiction"),
    ("place: UK-SCT", "bad-jurisdiction"),
    ("place: US-", "bad-jurisdiction"),
    ("place: -CA", "bad-jurisdiction"),
    ("place: us-ca", "bad-jurisdiction"),
    ("place: US-ca", "bad-jurisdiction"),
    ("place: US_CA", "bad-jurisdiction"),
    ("place: US-CALI", "bad-jurisdiction"),
    ("place: US-CA-1", "bad-jurisdiction"),
    ("place: US-CÀ", "bad-jurisdiction"),
    ("place: US-٢", "bad-jurisdiction"),
    ("name: -a", "bad-name"),
    ("name: a--b", "bad-name"),
    ("name: ../etc", "bad-name"),
    ("name: A", "bad-name"),
    (f"name: {'x' * 65}", "text-too-long"),
    (f"label: {'警' * 61}", "text-too-long"),
    ("label:", "empty-text"),
    ("label: '   '", "empty-text"),
    ("hours: Mo-Fr 08:00-08:00", "bad-hours"),
    ("hours: Mo-Fr 20:00-08:00", "bad-hours"),
    ("hours: Mo-Fr 24:00-24:00", "bad-hours"),
    ("hours: Mo-Fr 8:00-20:00", "bad-hours"),
    ("hours: mo-fr 08:00-20:00", "bad-hours"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_a_value_over_the_edge_is_refused_where_it_stands(text: str, code: str) -> None:
    column = text.index(":") + 3 if not text.endswith(":") else text.index(":") + 2
    expected = [(1, column, code)]
    assert expected == codes(text)


@pytest.mark.parametrize("key", ["count", "amount", "day", "address", "place", "hours"])
def test_a_value_without_end_is_shown_by_its_start_and_on_one_line(key: str) -> None:
    (problem,) = problems(f"{key}: {'9' * 5000}")
    assert len(problem.message) < 250
    assert "9" * 80 + "…" in problem.message


def test_no_more_problems_are_told_than_a_person_mends() -> None:
    assert len(problems("\n".join(f"key-{number}: x" for number in range(2900)))) == 100


def test_a_sound_value_arrives_with_its_type() -> None:
    value, _ = typed(read_yaml(SourceFile("f.yml", "amount: 20.4\nflag: false\nplace: NO", "")), Scalars)
    assert value == Scalars(amount=20.4, flag=False, place="NO")


CAMPAIGN = """\
jurisdictions: [NO]
placement: withdrawal
starts_on: 2026-11-01
ends_on: 2027-10-31
friction: question
variants:
  - id: calm
    weight: {weight}
scams: [{scams}]
"""


def campaign(weight: str = "1", scams: str = "a") -> list[tuple[int, int, str]]:
    return codes(CAMPAIGN.format(weight=weight, scams=scams), CampaignFacts)


@pytest.mark.parametrize("weight", ["1", "100"])
def test_a_weight_at_the_edge_passes(weight: str) -> None:
    assert campaign(weight=weight) == []


@pytest.mark.parametrize("weight", ["0", "101", "-1"])
def test_a_weight_over_the_edge_is_refused(weight: str) -> None:
    assert campaign(weight=weight) == [(8, 13, "bad-number")]


def test_five_scams_fit_an_alert_and_six_do_not() -> None:
    assert campaign(scams="a, b, c, d, e") == []
    assert campaign(scams="a, b, c, d, e, f") == [(9, 8, "wrong-count")]


def test_every_problem_of_a_file_is_reported_at_once() -> None:
    text = CAMPAIGN.format(weight="0", scams="A").replace("placement: withdrawal\n", "").replace("NO", "UK")
    assert sorted(code for _, _, code in campaign_of(text)) == [
        "bad-jurisdiction",
        "bad-name",
        "bad-number",
        "missing-key",
    ]


def campaign_of(text: str) -> list[tuple[int, int, str]]:
    return codes(text, CampaignFacts)


def test_a_typo_in_a_key_is_one_problem_not_an_unknown_and_a_missing_one() -> None:
    text = CAMPAIGN.format(weight="1", scams="a").replace("placement:", "placment:")
    (problem,) = problems(text, CampaignFacts)
    assert (problem.place.line, problem.code, problem.hint) == (2, "unknown-key", "Did you mean “placement”?")


def test_a_missing_key_that_no_typo_explains_is_named() -> None:
    text = CAMPAIGN.format(weight="1", scams="a").replace("friction: question", "colour: red")
    assert sorted(code for _, _, code in campaign_of(text)) == ["missing-key", "unknown-key"]


def test_an_unknown_value_comes_with_the_nearest_known_one() -> None:
    text = CAMPAIGN.format(weight="1", scams="a").replace("withdrawal", "withdrawel")
    (problem,) = problems(text, CampaignFacts)
    assert (problem.code, problem.hint) == ("unknown-value", "Did you mean “withdrawal”?")


def test_a_key_that_is_no_language_is_refused_at_the_key() -> None:
    text = (
        "base_url: https://a.example/\nlocales: [{code: en}]\nwindows: {contact_days: 1, statistic_days: 1}\n"
        "brand:\n  names: {EN: A}\n  website: https://a.example/\n  verify_tool: https://a.example/\n"
        "  help_centre: https://a.example/\n  police_portal: https://a.example/\n"
    )
    assert codes(text, SiteConfig) == [(5, 11, "bad-locale")]


@pytest.mark.parametrize("unit", ["NOK", "USD", "percent", "cases"])
def test_a_unit_is_a_currency_or_a_noun(unit: str) -> None:
    assert codes(FIGURE.format(unit=unit, value="0"), PageFacts) == []


@pytest.mark.parametrize("unit", ["ZZZ", "Cases", "HK$", "%"])
def test_a_unit_that_is_neither_is_refused(unit: str) -> None:
    assert codes(FIGURE.format(unit=f"'{unit}'", value="0"), PageFacts) == [(7, 11, "unknown-value")]


def test_a_figure_is_not_negative() -> None:
    assert codes(FIGURE.format(unit="cases", value="-1"), PageFacts) == [(6, 12, "bad-number")]


FIGURE = """\
order: 1
icon: bank
audience: public
figures:
  - id: a
    value: {value}
    unit: {unit}
    period: '2025'
    expires_on: 2027-01-01
    confidence: high
    source: {{title: T, url: 'https://a.example/'}}
    checked_on: 2026-01-01
"""


def test_a_text_instead_of_a_list_is_a_wrong_shape() -> None:
    text = "title: t\nred_flags: one text\n"
    assert (2, 12, "wrong-shape") in codes(text, ScamWords)


def test_a_value_spelled_like_a_missing_key_does_not_hide_that_the_key_is_missing() -> None:
    figure = "{id: Unit, value: 1}"
    assert {code for _, _, code in codes(f"figures: [{figure}]", PageFacts)} >= {"bad-name", "missing-key"}
    missing = [problem.message for problem in problems(f"figures: [{figure}]", PageFacts)]
    assert "The key “unit” is missing here." in missing
