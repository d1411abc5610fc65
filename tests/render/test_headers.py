"""What web servers are told: one table, three spellings, and a rule for every file."""

import re

import pytest

from builder.model.output import OutputFile
from builder.pipeline import Built
from builder.render.headers import Rule, header_files, header_rules
from builder.render.security import inline_scripts
from tests.browser.serving import header_rules as parsed
from tests.browser.serving import headers_for

NOT_SERVED = ("_headers", "server/", "build.json")  # not there yet when the table is made


def text_of(built: Built, path: str) -> str:
    [content] = [file.content.decode() for file in built.files if file.path == path]
    return content


def address(file: OutputFile) -> str:
    return f"/{file.path.removesuffix('index.html')}"


def parts_of(built: Built) -> tuple[list[str], list[str], set[str]]:
    """What the table is made of: general files, jurisdictions, and the inline scripts of all pages, read anew."""
    places = [told.place for told in built.told]
    chapters = tuple(part for place in places for part in (f"{place.lower()}/", f"warnings/v1/{place}/"))
    paths = [file.path for file in built.files if not file.path.startswith((*NOT_SERVED, *chapters))]
    pages = (file.content.decode() for file in built.files if file.path.endswith(".html"))
    return paths, places, set().union(*map(inline_scripts, pages))


@pytest.fixture
def table(shipped: Built) -> tuple[Rule, ...]:
    return header_rules(*parts_of(shipped))


def sent(table: tuple[Rule, ...], path: str) -> dict[str, str]:
    """What the table means for an address, read anew."""
    return {
        name: value
        for rule in table
        for pattern in rule.addresses
        if re.fullmatch(re.escape(f"/{pattern}").replace(r"\*", ".*"), path)
        for name, value in rule.headers.items()
    }


def test_every_published_file_gets_the_headers_of_the_table(shipped: Built, table: tuple[Rule, ...]) -> None:
    rules = parsed(text_of(shipped, "_headers"))
    for file in shipped.files:
        assert headers_for(rules, address(file)) == sent(table, address(file)), file.path


def test_only_names_with_a_digest_are_kept_for_ever_and_only_pointers_are_asked_each_time(shipped: Built) -> None:
    rules = parsed(text_of(shipped, "_headers"))
    for file in shipped.files:
        if not file.path.startswith(NOT_SERVED):
            kept = headers_for(rules, address(file))["Cache-Control"]
            named = re.search(r"\.[0-9a-f]{16}\.(json|css)$", file.path)
            pointer = re.fullmatch(r"warnings/v1/(latest|trust)\.json", file.path)
            expected = "public, max-age=31536000, immutable" if named else "no-cache" if pointer else "max-age=300"
            assert kept.removeprefix("public, ") == expected.removeprefix("public, "), file.path


def test_apps_of_other_origins_may_read_warnings_and_nothing_else(shipped: Built) -> None:
    rules = parsed(text_of(shipped, "_headers"))
    for file in shipped.files:
        headers = headers_for(rules, address(file))
        open_to_all = (headers.get("Access-Control-Allow-Origin"), headers.get("Cross-Origin-Resource-Policy"))
        expected = ("*", "cross-origin") if file.path.startswith("warnings/v1/") else (None, None)
        assert open_to_all == expected, file.path


def test_the_policy_of_the_site_holds_those_of_all_pages(shipped: Built) -> None:
    said = headers_for(parsed(text_of(shipped, "_headers")), "/")["Content-Security-Policy"]
    pages = [file.content.decode() for file in shipped.files if file.path.endswith(".html")]
    own = {re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0] for page in pages}
    named = [set(re.findall(r"'sha256-[^']+'", policy)) for policy in own]
    assert set(re.findall(r"'sha256-[^']+'", said)) == set().union(*named)
    plain = {re.sub(r" 'sha256-[^']+'|frame-src 'self'; ", "", policy) for policy in own}
    assert plain == {re.sub(r" 'sha256-[^']+'", "", said).removesuffix("; frame-ancestors 'none'")}


def test_the_header_file_keeps_within_what_hosts_read(shipped: Built) -> None:
    """Cloudflare reads 100 rules, of lines of 2,000 characters."""
    text = text_of(shipped, "_headers")
    assert len(parsed(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2000


def test_a_location_of_nginx_says_everything_since_it_inherits_nothing(shipped: Built, table: tuple[Rule, ...]) -> None:
    locations = re.findall(
        r"^location (.*) \{\n((?:    .*\n)*)\}$", text_of(shipped, "server/nginx.conf"), re.MULTILINE
    )
    assert len(locations) == 7
    for file in shipped.files:
        lines = next(lines for match, lines in locations if re.search(match.removeprefix("~ "), address(file)))
        added = dict(re.findall(r'add_header (\S+) "(.*)" always;', lines))
        assert added == sent(table, address(file)), file.path


def test_caddy_gets_every_rule(shipped: Built, table: tuple[Rule, ...]) -> None:
    text = text_of(shipped, "server/Caddyfile")
    for number, rule in enumerate(table, start=1):
        [paths] = re.findall(rf"^\t@rule{number} path (.*)$", text, re.MULTILINE)
        assert paths.split() == [f"/{pattern}" for pattern in rule.addresses]
        assert dict(re.findall(rf'^\theader @rule{number} (\S+) "(.*)"$', text, re.MULTILINE)) == rule.headers


def test_a_site_in_a_folder_has_its_rules_there(golden: Built) -> None:
    made = header_files(golden.files, ["NO"], [], "https://golden.example/scams/")
    files = {file.path: file.content.decode() for file in made}
    assert all(pattern.startswith("/scams/") for pattern, _ in parsed(files["_headers"]))
    assert "location /scams/ {" in files["server/nginx.conf"]
    assert " /scams/warnings/v1/latest.json " in files["server/Caddyfile"]
