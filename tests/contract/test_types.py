"""TypeScript types of the published JSON, as TypeScript itself reads them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from builder.pipeline import Built
from builder.render.types import declarations
from tests.conformance.clients import NODE
from tests.node import modules

TYPES = "warnings/v1/types.d.ts"
# Each line is an error in the right place, or none.
USED = """\
import type {{ Bundle, BundleContact, Envelope, Latest, Release, Trust }} from "./types";

const bundle: Bundle = {bundle};
const latest: Latest = {latest};
const release: Release = {release};
const envelope: Envelope = {envelope};
const trust: Trust = {trust};

const friction = (value: Bundle["alerts"][number]["friction"]): string => (value === "question" ? "ask" : value);
friction("a value of a later version");
const police: string[] = Object.values(trust.police).flatMap((keys) => keys.map((key) => key.keyid));
const largest: BundleContact | undefined = bundle.contacts.find(({{ id }}) => id === bundle.first_call);
const off: string[] = latest.off?.alerts ?? [];
// @ts-expect-error: a contact may have no number
largest!.phone.href;
// @ts-expect-error: the list of directions is closed
const direction: "ltr" = bundle.direction;
// @ts-expect-error: a pointer from before there were switches has none
latest.off.alerts;
// @ts-expect-error: no such member
bundle.first_cal;
// @ts-expect-error: the first call is always there
const none: Bundle = {{ ...bundle, first_call: undefined }};
export {{ direction, envelope, none, off, police, release }};
"""
OPTIONS = ("--strict", "--noEmit", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes", "--target", "es2022")


def text_of(built: Built, path: str) -> str:
    [content] = [file.content.decode() for file in built.files if file.path == path]
    return content


@pytest.mark.browser  # like those tests, it needs more than Python: what `make node` installs
@pytest.mark.parametrize("site", ["golden", "shipped"])
def test_typescript_reads_them_and_the_published_files_fit(
    site: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    built: Built = request.getfixturevalue(site)
    names = ("bundle", "latest", "release", "envelope")
    values = {name: text_of(built, f"warnings/v1/examples/{name}.json") for name in names}
    (tmp_path / "types.d.ts").write_text(text_of(built, TYPES), "utf-8")
    used = USED.format(**values, trust=text_of(built, "warnings/v1/trust.json"))
    (tmp_path / "used.ts").write_text(used, "utf-8")
    compiler = modules("react") / "typescript/lib/tsc.js"
    command = [str(NODE), str(compiler), *OPTIONS, "used.ts", "types.d.ts"]
    ran = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True, timeout=120)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr


def test_every_member_of_every_schema_has_its_type(golden: Built) -> None:
    written = text_of(golden, TYPES)
    schemas = {
        file.path: json.loads(file.content)
        for file in golden.files
        if file.path.startswith("warnings/v1/schema/") and file.path.count("/") == 3
    }
    for schema in schemas.values():
        for name, part in {**schema.get("$defs", {}), schema["title"]: schema}.items():
            block = written.partition(f"export interface {name} {{\n")[2].partition("\n}\n")[0]
            optional = set(part["properties"]) - set(part.get("required", ()))
            members = [line.strip().split(":")[0] for line in block.splitlines() if line.endswith(";")]
            expected = [f"{member}?" if member in optional else member for member in part["properties"]]
            assert sorted(members) == sorted(expected), name


def test_a_list_of_values_is_open_unless_a_reader_cannot_go_on(golden: Built) -> None:
    written = text_of(golden, TYPES)
    assert 'direction: "ltr" | "rtl";' in written
    assert 'algorithm: "ES256" | "Ed25519";' in written
    lists = [line for line in written.splitlines() if '" | "' in line]
    assert len(lists) > 5
    closed = [line.strip() for line in lists if "(string & {})" not in line]
    assert {line.partition(":")[0] for line in closed} == {"direction", "algorithm"}


def one(part: dict[str, Any], required: bool = True) -> str:
    schema = {"title": "One", "properties": {"it": part}, "required": ["it"] if required else []}
    return declarations([schema]).partition("export interface One {\n")[2].removesuffix("}\n")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"type": "integer"}, "number"),
        ({"type": "boolean"}, "boolean"),
        ({"const": "v1"}, '"v1"'),
        ({"$ref": "#/$defs/Other"}, "Other"),
        ({"type": "array", "items": {"type": "string"}}, "string[]"),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, 'Array<"a" | "b">'),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "Record<string, string>"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string | null"),
        ({"anyOf": [{"enum": ["a"]}, {"type": "string"}]}, '"a" | (string & {})'),
    ],
)
def test_a_shape_has_its_type(part: dict[str, Any], expected: str) -> None:
    assert one(part) == f"  it: {expected};\n"


def test_a_member_that_may_be_missing_says_so() -> None:
    assert one({"type": "string"}, required=False) == "  it?: string;\n"


def test_a_description_is_a_comment_that_nothing_in_it_can_end() -> None:
    assert one({"type": "string", "description": "Ends */ here."}).splitlines()[0] == "  /** Ends * / here. */"


def test_what_has_no_type_is_refused() -> None:
    with pytest.raises(ValueError, match="No TypeScript is known"):
        one({"type": "object"})


def test_two_types_of_one_name_are_refused() -> None:
    text, number = ({"title": "One", "properties": {"it": {"type": kind}}} for kind in ("string", "integer"))
    with pytest.raises(ValueError, match="Two types are named One"):
        declarations([text, number])
