"""What the gallery shows: all that is published, and each other example in every language."""

from urllib.parse import parse_qs

import pytest

from builder.model.site import Site
from builder.model.views import GalleryBody, SpecimenBody
from builder.parse.theme import read_theme
from builder.plan.gallery import wordings_of
from builder.render.gallery import DESCRIPTION, Example, described, entries

ALERT = described(read_theme().own[DESCRIPTION].decode())
PUBLISHED, *OTHERS = ALERT.examples


@pytest.fixture(params=["golden_site", "shipped_site"])
def site(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


@pytest.fixture
def body(site: Site) -> GalleryBody:
    [found] = [page.body for page in site.pages if isinstance(page.body, GalleryBody)]
    return found


def test_every_variant_of_every_bundle_is_shown_once(site: Site, body: GalleryBody) -> None:
    wanted = [
        (bundle.jurisdiction, bundle.locale, alert.id, variant.id)
        for bundle in site.bundles
        for alert in bundle.alerts
        for variant in alert.variants
    ]
    shown = [entry.wording for entry in entries(PUBLISHED, body)]
    assert sorted((each.jurisdiction, each.place.locale, each.alert, each.variant) for each in shown) == sorted(wanted)


def test_no_two_entries_have_the_same_address(body: GalleryBody) -> None:
    queries = [entry.query for example in ALERT.examples for entry in entries(example, body)]
    assert len(set(queries)) == len(queries)


@pytest.mark.parametrize("example", OTHERS, ids=lambda example: example.name)
def test_another_example_is_shown_once_in_each_language(body: GalleryBody, example: Example) -> None:
    locales = {wording.place.locale for wording in body.wordings}
    shown = [entry.wording.place.locale for entry in entries(example, body)]
    foreign = example.shows == "other-language"
    assert sorted(shown) == sorted(locales - {body.source_locale} if foreign else locales)


def test_a_chance_falls_into_the_share_of_its_variant(site: Site) -> None:
    bundle = site.bundles[0]
    [alert] = bundle.alerts
    weights = [1, 7, 100, 3, 50]
    variants = [
        alert.variants[0].model_copy(update={"id": f"v{number}", "weight": weight})
        for number, weight in enumerate(weights)
    ]
    weighed = bundle.model_copy(update={"alerts": (alert.model_copy(update={"variants": tuple(variants)}),)})
    written = [wording.split("/") for wording in wordings_of(weighed).split()]
    assert [(placement, name) for placement, name, _, _ in written] == [(alert.placement, alert.id)] * 5
    for _, _, variant, chance in written:
        left = float(chance) * sum(weights)
        at = next(at for at, _ in enumerate(weights) if left < sum(weights[: at + 1]))
        assert variant == f"v{at}"


def test_an_alert_that_is_only_an_exercise_is_not_listed(site: Site) -> None:
    bundle = site.bundles[0]
    exercise = tuple(alert.model_copy(update={"status": "Exercise"}) for alert in bundle.alerts)
    assert wordings_of(bundle.model_copy(update={"alerts": exercise})) == ""


def test_the_specimen_knows_the_frictions_in_every_language(site: Site) -> None:
    [body] = [page.body for page in site.pages if isinstance(page.body, SpecimenBody)]
    assert body.words.keys() == site.strings.keys()
    for words in body.words.values():
        assert words.keys() == {"fallback", "pauses", "cool_off"}
        assert "{" not in str(words["cool_off"])
        assert isinstance(words["pauses"], list)
        assert [pause["hours"] for pause in words["pauses"]] == [1, 24]


def test_a_query_says_all_that_a_specimen_asks_for(body: GalleryBody) -> None:
    for example in ALERT.examples:
        for entry in entries(example, body):
            query = parse_qs(entry.query, strict_parsing=True)
            assert query.keys() == {"example", "jurisdiction", "locale", "placement", "alert", "chance"}
            assert query["example"] == [example.name]


def test_every_example_ends_with_a_source_that_the_vocabulary_has() -> None:
    sources = {example.expects.source for example in ALERT.examples}
    assert sources == {"bundle", "baseline", "stored", "stale", "outdated", "none"}
