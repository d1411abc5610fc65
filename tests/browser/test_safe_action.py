"""Stopping comes first in every alert of the gallery, in the document, in focus and in weight: computed."""

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.colours import Colour, colour_of, contrast
from tests.browser.specimens import EXAMPLES, Seen, walk

LEAST_FOR_PARTS, LEAST_FOR_WORDS = 3.0, 4.5  # contrasts of WCAG 2.2, 1.4.11 and 1.4.3


@pytest.fixture
def standing(browser: Browser, site: str) -> list[Seen]:
    """Every example in which an alert stands."""
    found = [each for each in walk(browser, site) if each.ending]
    assert {each.listed.example.name for each in found} == EXAMPLES.keys() - {"no-script"}
    return found


def test_it_is_the_first_button_that_ends_the_alert(standing: list[Seen]) -> None:
    for each in standing:
        for ending in each.ending.values():
            kinds = [action["kind"] for action in ending["actions"]]
            assert kinds[0] == "stop", each.listed
            assert kinds[-1] == "proceed", each.listed
            assert kinds.count("stop") == kinds.count("proceed") == 1, each.listed


def test_it_has_the_focus_when_the_alert_opens(standing: list[Seen]) -> None:
    touched = {"answered", "opened"}  # by the example itself
    untouched = [each for each in standing if each.listed.example.name not in touched]
    assert {str(each.listed) for each in untouched if each.ending["light"]["focused"] != "stop"} == set()


def test_it_is_in_sight_at_every_width_without_scrolling(standing: list[Seen]) -> None:
    assert {str(each.listed): each.out_of_sight for each in standing if each.out_of_sight} == {}


def test_it_has_the_largest_area_and_the_strongest_letters(standing: list[Seen]) -> None:
    for each in standing:
        for ending in each.ending.values():
            stop, *others = ending["actions"]
            assert others, each.listed
            for other in others:
                assert stop["area"] > other["area"], (each.listed, other)
                assert stop["size"] > other["size"], (each.listed, other)
                assert stop["weight"] > other["weight"], (each.listed, other)
                assert stop["opacity"] == 1, each.listed


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_alone_stands_out_from_what_is_behind_it(standing: list[Seen], theme: str) -> None:
    for each in standing:
        surface = colour_of(each.ending[theme]["surface"])
        stop, *others = each.ending[theme]["actions"]
        assert contrast(behind(stop, surface), surface) >= LEAST_FOR_PARTS, each.listed
        for other in others:
            assert contrast(behind(other, surface), surface) < 1.25, (each.listed, other)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_words_of_every_button_can_be_read(standing: list[Seen], theme: str) -> None:
    for each in standing:
        surface = colour_of(each.ending[theme]["surface"])
        for action in each.ending[theme]["actions"]:
            words, ground = colour_of(action["colour"]), behind(action, surface)
            assert contrast(words, ground) >= LEAST_FOR_WORDS, (each.listed, action)


def test_light_and_dark_are_really_two(standing: list[Seen]) -> None:
    assert {each.ending[theme]["surface"] for each in standing for theme in ("light", "dark")} == {
        "rgb(255, 255, 255)",
        "rgb(28, 33, 40)",
    }


def test_the_contrast_of_black_and_white_is_known() -> None:
    assert contrast(colour_of("rgb(0, 0, 0)"), colour_of("rgb(255, 255, 255)")) == pytest.approx(21)


def behind(action: dict[str, Any], surface: Colour) -> Colour:
    """The background of a button; one that lets everything through has that of the alert."""
    return surface if action["background"] == "rgba(0, 0, 0, 0)" else colour_of(action["background"])
