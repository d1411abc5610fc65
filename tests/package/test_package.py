"""The npm package: the published bytes, and what is said of them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.parse.theme import read_theme
from builder.pipeline import Built
from builder.render.event_vocabulary import event_vocabulary
from builder.render.package import Package, package_files, package_name
from tests.package.packing import NAME, PACKAGE, packaged

FORMAT = Path(__file__).parent / "manifest_format" / "schema.json"
EXPORTED = re.compile(r"export ?\{([^}]*)\}|export (?:async )?(?:class|function|const) (\w+)")
DECLARED = re.compile(r"^export declare (?:class|function) (\w+)", re.MULTILINE)


@pytest.fixture(scope="module")
def package(shipped: Built) -> dict[str, bytes]:
    return packaged(shipped)


@pytest.fixture(scope="module")
def said(package: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(package["package.json"]))


@pytest.fixture(scope="module")
def manifest(package: dict[str, bytes]) -> dict[str, Any]:
    return dict(json.loads(package["custom-elements.json"]))


def modules(package: dict[str, bytes]) -> list[str]:
    return [path for path in package if path.endswith(".js")]


def declaration(manifest: dict[str, Any], tag: str) -> dict[str, Any]:
    [found] = [each for module in manifest["modules"] for each in module["declarations"] if each["tagName"] == tag]
    return dict(found)


def test_each_published_module_is_in_it_byte_for_byte(package: dict[str, bytes], shipped: Built) -> None:
    published = {file.path: file.content for file in shipped.files}
    top = re.compile(re.escape(WARNINGS) + r"[^/]+\.js")
    assert {f"{WARNINGS}{path}" for path in modules(package)} == {path for path in published if top.fullmatch(path)}
    assert [path for path in modules(package) if package[path] != published[f"{WARNINGS}{path}"]] == []
    assert package["types.d.ts"] == published[f"{WARNINGS}types.d.ts"]


def test_it_names_only_files_that_exist_and_all_of_them(package: dict[str, bytes], said: dict[str, Any]) -> None:
    targets = [each if isinstance(each, str) else [*each.values()] for each in said["exports"].values()]
    named = {path for each in targets for path in ([each] if isinstance(each, str) else each)}
    named |= {said["types"], *said["sideEffects"]}
    assert {path.removeprefix("./") for path in named} | {said["customElements"]} <= package.keys()
    assert {*said["files"], "LICENSE", "README.md", "package.json"} == package.keys()


def test_it_depends_on_nothing_and_runs_nothing(said: dict[str, Any]) -> None:
    assert said.keys().isdisjoint({"dependencies", "peerDependencies", "optionalDependencies", "scripts", "bin"})


def test_every_module_can_be_imported_and_is_typed(package: dict[str, bytes], said: dict[str, Any]) -> None:
    entries = {each["default"]: each["types"] for each in said["exports"].values() if "default" in each}
    assert entries.keys() == {f"./{path}" for path in modules(package)}
    assert said["exports"]["."] == {"types": "./scam-alert.d.ts", "default": "./scam-alert.js"}
    assert [*said["exports"]["."]] == ["types", "default"]


def test_what_the_types_declare_is_what_the_modules_export(package: dict[str, bytes]) -> None:
    for module in modules(package):
        found = EXPORTED.findall(package[module].decode())
        exported = {name.strip() for names in found for name in (names[0] or names[1]).split(",")}
        assert set(DECLARED.findall(package[module.replace(".js", ".d.ts")].decode())) == exported, module


def test_modules_that_define_an_element_are_not_shaken_off(package: dict[str, bytes], said: dict[str, Any]) -> None:
    defining = {f"./{path}" for path in modules(package) if b"customElements.define(" in package[path]}
    assert set(said["sideEffects"]) == defining


def test_the_manifest_has_the_form_of_manifests(manifest: dict[str, Any]) -> None:
    validator = Draft7Validator(json.loads(FORMAT.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(manifest)] == []
    assert not validator.is_valid({**manifest, "modules": [{"kind": "no such kind"}]})


def test_the_manifest_names_the_elements_that_the_modules_define(
    manifest: dict[str, Any], package: dict[str, bytes]
) -> None:
    text = b"\n".join(package[path] for path in modules(package)).decode()
    defined = re.findall(r'customElements\.define\("([a-z-]+)", ?(\w+)\)', text)
    told = [each for module in manifest["modules"] for each in module["declarations"]]
    assert sorted((each["tagName"], each["name"]) for each in told) == sorted(defined)


def test_the_manifest_tells_the_attributes_that_the_alert_observes(
    manifest: dict[str, Any], package: dict[str, bytes]
) -> None:
    [observed] = re.findall(r"observedAttributes ?= ?(\[[^\]]*\])", package["scam-alert.js"].decode())
    told = declaration(manifest, "scam-alert")["attributes"]
    assert [each["name"] for each in told] == json.loads(observed)


def test_the_manifest_and_the_types_tell_the_events_of_the_vocabulary(
    manifest: dict[str, Any], package: dict[str, bytes]
) -> None:
    events = event_vocabulary(read_theme()).events
    told = [each["name"] for each in declaration(manifest, "scam-alert")["events"]]
    assert told == [f"scam-alert:{event.dom}" for event in events if event.fired_by == "element"]
    typed = re.findall(r'"(scam-alert:[a-z-]+)": CustomEvent', package["events.d.ts"].decode())
    assert typed == [f"scam-alert:{event.dom}" for event in events]


def test_the_manifest_tells_every_colour_that_the_styles_use(manifest: dict[str, Any]) -> None:
    styles = read_theme().own["components/alert/alert.css"].decode()
    told = declaration(manifest, "scam-alert")["cssProperties"]
    assert {each["name"] for each in told} == set(re.findall(r"var\((--scam-alert-[a-z-]+)", styles))


def test_types_of_events_leave_room_for_later_values(package: dict[str, bytes]) -> None:
    text = package["events.d.ts"].decode()
    assert 'reason: "audience" | "holdout" | "resting" | (string & {});' in text
    assert "cool_off_hours: number | null;" in text
    assert "imposed: boolean;" in text


def test_types_of_a_module_that_is_not_published_stay_away(shipped: Built) -> None:
    alone = [file for file in shipped.files if file.path in (f"{WARNINGS}scam-alert.js", f"{WARNINGS}types.d.ts")]
    paths = {file.path for file in package_files(alone, read_theme(), PACKAGE)}
    assert {"scam-alert.d.ts", "react.d.ts", "events.d.ts"} <= paths
    assert paths.isdisjoint({"scam-evidence.d.ts", "scam-journey.d.ts", "scam-sink.d.ts"})


def test_the_page_to_read_names_the_package_and_the_site_of_this_exchange(shipped: Built) -> None:
    other = Package("@other/alert", "2.0.0", "https://safe.other.example/", "MIT License\n")
    files = {file.path: file.content.decode() for file in package_files(shipped.files, read_theme(), other)}
    assert "npm install @other/alert" in files["README.md"]
    assert "https://safe.other.example/warnings/v1/" in files["README.md"]
    assert "example-exchange" not in files["README.md"] + files["package.json"]
    assert "protect.exchange.example" not in files["README.md"] + files["package.json"]


def test_the_order_of_what_is_published_makes_no_difference(shipped: Built) -> None:
    backwards: tuple[OutputFile, ...] = shipped.files[::-1]
    assert [*package_files(backwards, read_theme(), PACKAGE)] == [*package_files(shipped.files, read_theme(), PACKAGE)]


@pytest.mark.parametrize(
    ("exchange", "name"),
    [
        ("Example Exchange", NAME),
        ("  Bourse d’Été & Co. ", "@bourse-dete-co/scam-alert"),
        ("範例交易所", "@exchange/scam-alert"),
    ],
)
def test_its_name_comes_from_the_exchange(exchange: str, name: str) -> None:
    assert package_name(exchange) == name
