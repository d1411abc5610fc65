"""alert.yml says what the element and its styles say; docs/component.md says what alert.yml says."""

import re

import yaml

from builder.parse.theme import read_theme
from builder.render.event_vocabulary import event_vocabulary
from builder.render.gallery import DESCRIPTION, Option, described
from tests.component.documented import parts_in, with_parts
from tests.conftest import SHIPPED

PAGE = SHIPPED / "docs" / "component.md"
THEME = read_theme()
ALERT = described(THEME.own[DESCRIPTION].decode())
FIRED = [event for event in event_vocabulary(THEME).events if event.fired_by == "element"]


def own(name: str) -> str:
    return THEME.own[f"components/alert/{name}"].decode()


def names(options: tuple[Option, ...]) -> list[str]:
    return [option.name for option in options]


def test_the_page_has_every_generated_part_once() -> None:
    assert sorted(parts_in(PAGE.read_text("utf-8"))) == ["events", "examples", "options"]


def test_the_page_is_as_alert_yml_has_it(rewrite: bool) -> None:
    written = PAGE.read_text("utf-8")
    if rewrite:
        PAGE.write_text(with_parts(written, ALERT, FIRED), "utf-8")
    assert PAGE.read_text("utf-8") == with_parts(written, ALERT, FIRED)


def test_a_changed_word_in_a_generated_part_is_noticed() -> None:
    written = PAGE.read_text("utf-8")
    assert "| `pause` |" in written
    assert with_parts(written.replace("| `pause` |", "| `paws` |"), ALERT, FIRED) == with_parts(written, ALERT, FIRED)


def test_the_attributes_are_those_that_the_element_observes() -> None:
    [observed] = re.findall(r"observedAttributes = (\[.*?\])", own("scam-alert.js"))
    assert yaml.safe_load(observed) == names(ALERT.options.attributes)


def test_the_colours_are_those_of_the_styles() -> None:
    light = own("alert.css").partition("}")[0]
    assert sorted(re.findall(r"(--scam-alert-[a-z-]+):", light)) == sorted(names(ALERT.options.colours))


def test_the_exports_are_those_of_the_module(shipped) -> None:
    [module] = [file.content.decode() for file in shipped.files if file.path.endswith("v1/scam-alert.js")]
    [exported] = re.findall(r"export \{ (.*) \};", module)
    assert sorted(exported.split(", ")) == sorted(names(ALERT.options.exports))


def test_the_manifest_of_the_package_says_the_same() -> None:
    elements = yaml.safe_load(THEME.own["package/elements.yml"])
    [element] = [element for element in elements if element["tag"] == "scam-alert"]
    for kind in ("attributes", "properties"):
        assert [option.model_dump() for option in getattr(ALERT.options, kind)] == element[kind]
