"""The signing day through the commands: keys, approvals, and a production build of what was approved."""

import json
import re
from base64 import b64decode
from pathlib import Path
from textwrap import indent

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, app
from builder.keys.private import KeyUnusable
from builder.model.order import Order
from builder.parse.approvals import parse_approvals
from builder.pipeline import check
from builder.seal.proposals import opened
from tests.approval.test_preview import fetched
from tests.clock import set_clock
from tests.conftest import TODAY, copy_project, edit, tree
from tests.listening import free_port
from tests.parties import es256
from tests.signing import EXCHANGE, LATEST, PASSPHRASE, at, pem, police_of, trust_yml, with_trust

VERSION = "2026112201"
FOLDER = f"approvals/NO/{VERSION}"
WORDS = "content/jurisdictions/NO/en.yml"
TITLE = ("title: Hang up", "title: Put the phone down")


def run(*arguments: str, typed: str = "", passphrase: str = PASSPHRASE) -> Result:
    environment = {"COLUMNS": "200", "ANTISCAM_PASSPHRASE": passphrase or None}
    result = CliRunner().invoke(app, arguments, input=typed, env=environment)
    assert not isinstance(result.exception, Exception), result.exception
    return result


def on(project: Path, command: str, *arguments: str, typed: str = "", passphrase: str = PASSPHRASE) -> Result:
    dated = ("--root", str(project), "--as-of", str(TODAY))
    return run(*command.split(), *dated, *arguments, typed=typed, passphrase=passphrase)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file for each key: the parties', a thief's, and the timer's with and without a passphrase."""
    folder = tmp_path_factory.mktemp("keys")
    holders = {"latest": LATEST, "exchange": EXCHANGE, "police": police_of("NO"), "thief": es256("thief")}
    for name, key in holders.items():
        pem(folder / f"{name}.pem", key)
    pem(folder / "open.pem", LATEST, "")
    return folder


@pytest.fixture
def trusted(project: Path) -> Path:
    """The golden content with a trust.yml."""
    return with_trust(project)


def approve(project: Path, keys: Path, party: str, *further: str, key: str = "", confirm: str = VERSION) -> Result:
    signing = ("--as", party, "--key", str(keys / f"{key or party}.pem"), "--no-preview", "--confirm", confirm)
    return on(project, "approve NO", *signing, *further)


def approved(project: Path, keys: Path) -> Path:
    for party in ("police", "exchange"):
        assert approve(project, keys, party).exit_code == 0
    return project


def build(project: Path, keys: Path, key: str = "latest") -> Result:
    return on(project, "build --production", "--key", str(keys / f"{key}.pem"))


def waiting(project: Path) -> str:
    """What `check` says about Norway."""
    result = on(project, "check")
    assert result.exit_code == 0, result.stderr
    return result.stderr.removeprefix("No problems.\n").strip()


def new_key(folder: Path, name: str) -> str:
    """Makes a key and returns the entry that is printed."""
    result = run("key", "new", str(folder / f"{name}.pem"), typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert result.exit_code == 0
    _, start, rest = result.stdout.partition("- name: ")
    return (start + rest).replace("Whose key this is, and where it is held", f"The {name} key")


def test_from_the_first_key_to_publication(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, at(str(TODAY)))
    latest, exchange, police = (new_key(tmp_path, name) for name in ("latest", "exchange", "police"))
    of_place = f"police:\n  NO:\n    partner: no-police\n    keys:\n{indent(police, '    ')}"
    (project / "trust.yml").write_text(f"latest:\n{latest}exchange:\n{exchange}{of_place}", "utf-8")
    assert waiting(project) == "NO: nobody has approved anything yet."

    assert approve(project, tmp_path, "police").exit_code == 0
    assert waiting(project) == f"NO: release {VERSION} waits for the exchange."
    assert approve(project, tmp_path, "exchange").exit_code == 0
    assert waiting(project) == f"NO: release {VERSION} is approved until 2027-02-20."

    result = build(project, tmp_path)
    assert result.exit_code == 0, result.stderr
    published = tree(project / "dist" / "warnings" / "v1" / "NO")
    for locale in ("no", "en", "ar"):
        (content,) = (
            found for name, found in published.items() if re.fullmatch(rf"{locale}\.[0-9a-f]{{16}}\.json", name)
        )
        assert content == (project / FOLDER / f"{locale}.json").read_bytes()
    (envelope,) = (json.loads(found) for name, found in published.items() if name.startswith("release."))
    assert b64decode(envelope["payload"]) == (project / FOLDER / "release.json").read_bytes()
    assert len(published) == 4


def test_whoever_signs_first_the_same_files_come_out(project: Path, tmp_path: Path, keys: Path) -> None:
    other = with_trust(copy_project(project, tmp_path / "other"))
    for party in ("exchange", "police"):
        assert approve(other, keys, party).exit_code == 0
    assert tree(other / "approvals") == tree(approved(with_trust(project), keys) / "approvals")


def test_the_first_approval_files_the_proposal_and_the_second_one_signature(trusted: Path, keys: Path) -> None:
    first = approve(trusted, keys, "police")
    written = re.findall(r"^Written: (.*)$", first.stderr, re.MULTILINE)
    names = ["release.json", "pages.json", "no.json", "en.json", "ar.json", "police.signature.json"]
    assert written == [f"{FOLDER}/{name}" for name in names]
    second = approve(trusted, keys, "exchange")
    assert re.findall(r"^Written: (.*)$", second.stderr, re.MULTILINE) == [f"{FOLDER}/exchange.signature.json"]
    assert second.stderr.endswith("Commit these files: they are the approval.\n")


def test_what_was_written_is_what_the_parties_signed(trusted: Path, keys: Path) -> None:
    approved(trusted, keys)
    library = check(Order(trusted, TODAY)).verdict.library
    assert library
    (release,) = parse_approvals(trusted, ["HK", "NO", "SG"])
    assert opened(release, library.trust.trust).waits_for == ()


def refused(result: Result, project: Path, sentence: str, code: int = CONTENT_PROBLEMS) -> None:
    """Nothing was signed, and the last line says why."""
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.splitlines()[-1] == sentence
    assert not (project / FOLDER / "exchange.signature.json").exists()


@pytest.mark.parametrize(
    ("party", "key", "of"),
    [
        ("police", "exchange", "the police of NO"),
        ("exchange", "police", "the exchange"),
        ("police", "thief", "the police of NO"),
    ],
)
def test_a_key_of_somebody_else_signs_nothing(trusted: Path, keys: Path, party: str, key: str, of: str) -> None:
    result = approve(trusted, keys, party, key=key)
    number = {"exchange": EXCHANGE, "police": police_of("NO"), "thief": es256("thief")}[key].key.keyid
    sentence = f"Nothing was signed. This key is not one of {of} in trust.yml (its number is {number})."
    refused(result, trusted, sentence)
    assert not (trusted / "approvals").exists()


def test_nobody_signs_twice_and_nobody_has_to_look_at_it_again(trusted: Path, keys: Path) -> None:
    approve(trusted, keys, "police")
    before = tree(trusted)
    result = approve(trusted, keys, "police")
    refused(result, trusted, f"Nothing was signed. Release {VERSION} has the signature of the police already.")
    assert len(result.stderr.splitlines()) == 1
    assert tree(trusted) == before


@pytest.mark.parametrize("typed", ["2026112202", "yes", "", f" {VERSION}x"])
def test_anything_but_the_number_of_the_release_stops(trusted: Path, keys: Path, typed: str) -> None:
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--no-preview")
    result = on(trusted, "approve NO", *signing, typed=f"{typed}\n")
    assert result.exit_code in {CONTENT_PROBLEMS, WRONG_USE}
    assert not (trusted / "approvals").exists()
    given = approve(trusted, keys, "police", confirm="2026112202")
    refused(given, trusted, f"Nothing was signed. “2026112202” is not {VERSION}.")


def test_the_preview_is_open_until_the_party_has_seen_it(
    trusted: Path, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port, seen = free_port(), []

    def look(*_: object, **__: object) -> str:
        seen.append(fetched(port, "/preview/withdrawal/")[0])
        return ""

    monkeypatch.setattr("builder.cli.signing.typer.prompt", look)
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--port", str(port), "--confirm", VERSION)
    result = on(trusted, "approve NO", *signing)
    assert (result.exit_code, seen) == (0, [200])
    assert f"http://127.0.0.1:{port}/preview/withdrawal/" in result.stderr
    with pytest.raises(ConnectionRefusedError):
        fetched(port, "/")


def test_the_number_that_is_typed_signs(trusted: Path, keys: Path) -> None:
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--no-preview")
    assert on(trusted, "approve NO", *signing, typed=f"{VERSION}\n").exit_code == 0
    assert (trusted / FOLDER / "police.signature.json").exists()


def test_the_passphrase_is_asked_for_where_it_is_not_in_the_environment(trusted: Path, keys: Path) -> None:
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--no-preview", "--confirm", VERSION)
    result = on(trusted, "approve NO", *signing, typed=f"{PASSPHRASE}\n", passphrase="")
    assert result.exit_code == 0
    assert PASSPHRASE not in result.output


def test_a_wrong_passphrase_signs_nothing(trusted: Path, keys: Path) -> None:
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--no-preview", "--confirm", VERSION)
    result = on(trusted, "approve NO", *signing, passphrase="something else")
    refused(result, trusted, f"{keys / 'police.pem'} does not open with this passphrase.", ENVIRONMENT)
    assert not (trusted / "approvals").exists()


def test_what_is_approved_and_unchanged_is_not_signed_again(trusted: Path, keys: Path) -> None:
    before = tree(approved(trusted, keys))
    result = approve(trusted, keys, "police")
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr.startswith(
        f"Nothing was signed. Release {VERSION} is approved until 2027-02-20, and nothing has"
    )
    assert tree(trusted) == before


def test_content_with_problems_is_not_signed(trusted: Path, keys: Path) -> None:
    edit(trusted, "content/scams/fake-officer/scam.yml", "type: authority", "type: authorities")
    result = approve(trusted, keys, "police")
    assert result.exit_code == CONTENT_PROBLEMS
    assert "unknown-value" in result.stderr
    assert result.stderr.endswith("Nothing was signed: mend the problems first.\n")


def test_an_unknown_jurisdiction_is_answered_with_the_known_ones(trusted: Path, keys: Path) -> None:
    signing = ("--as", "police", "--key", str(keys / "police.pem"), "--no-preview")
    result = on(trusted, "approve SE", *signing)
    assert (result.exit_code, result.stderr) == (WRONG_USE, "There is no jurisdiction “SE”; there are: NO.\n")


def test_without_trust_yml_no_key_can_sign(project: Path, keys: Path) -> None:
    result = approve(project, keys, "police")
    assert result.exit_code == CONTENT_PROBLEMS
    assert "This key is not one of the police of NO in trust.yml" in result.stderr


class PulledOut:
    """A token that is gone when it is asked to sign."""

    key = police_of("NO").key

    def sign(self, _message: bytes) -> bytes:
        raise KeyUnusable("The token did not sign. DeviceRemoved")


def test_a_token_that_is_pulled_out_signs_nothing(trusted: Path, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.cli.signing.signer_at", lambda _where: PulledOut())
    result = approve(trusted, keys, "police")
    refused(result, trusted, "Nothing was signed. The token did not sign. DeviceRemoved", ENVIRONMENT)
    assert not (trusted / "approvals").exists()


def test_a_disk_that_cannot_be_written_says_so(trusted: Path, keys: Path) -> None:
    (trusted / "approvals").write_text("a file in the way", "utf-8")
    result = approve(trusted, keys, "police")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.splitlines()[-1].startswith("The approval is not complete; sign again. ")


def test_the_numbers_are_the_first_thing_that_is_shown(trusted: Path, keys: Path) -> None:
    lines = approve(trusted, keys, "police").stderr.splitlines()
    assert lines[:2] == [
        f"NO, release {VERSION}, valid until 2027-02-20.",
        "Nothing was approved before: all is new.",
    ]
    assert lines[3] == "Numbers, addresses and dates that differ: 25"
    facts = [line for line in lines[4 : lines.index("", 4)] if not line.startswith("      ")]
    assert [line.startswith("  PHONE NUMBER ") for line in facts[:4]] == [True, True, True, False]
    assert "  PHONE NUMBER Norway: contact “Advice line”, number: nothing → 21 23 45 67, dials +4721234567" in facts


def test_a_digit_that_an_editor_changes_is_shown_under_numbers(trusted: Path, keys: Path) -> None:
    """tests/approval/test_changes.py changes every digit of every number."""
    approved(trusted, keys)
    for file in ("jurisdictions/NO/jurisdiction.yml", "long_numbers.yml"):
        edit(trusted, f"content/{file}", '"+4721234567"', '"+4721234568"')
    lines = approve(trusted, keys, "police", confirm="2026112202").stderr.splitlines()
    said = "  PHONE NUMBER Norway: contact “Advice line”, number: "
    assert lines[1:5] == [
        "Compared with the last approved release.",
        "",
        "Numbers, addresses and dates that differ: 1",
        f"{said}21 23 45 67, dials +4721234567 → 21 23 45 68, dials +4721234568",
    ]


def test_a_change_after_the_approval_needs_a_new_one(trusted: Path, keys: Path) -> None:
    approved(trusted, keys)
    edit(trusted, WORDS, *TITLE)
    said = f"NO: the content has changed since release {VERSION} was proposed. Release {VERSION} stays in force."
    assert waiting(trusted) == said
    result = approve(trusted, keys, "police", confirm="2026112202")
    assert "    - Hang up" in result.stderr
    assert "    + Put the phone down" in result.stderr
    assert "Numbers, addresses and dates that differ: 0" in result.stderr
    assert waiting(trusted) == f"NO: release 2026112202 waits for the exchange. Release {VERSION} stays in force."
    assert approve(trusted, keys, "exchange", confirm="2026112202").exit_code == 0
    assert waiting(trusted) == "NO: release 2026112202 is approved until 2027-02-20."


def test_a_file_that_was_changed_after_it_was_signed_is_told(trusted: Path, keys: Path) -> None:
    approved(trusted, keys)
    (trusted / FOLDER / "en.json").write_text("{}", "utf-8")
    assert waiting(trusted) == (
        f"NO: nobody has approved anything yet. NO {VERSION} is not believed: "
        "en.json is missing or was changed after the proposal."
    )


def test_production_publishes_nothing_that_nobody_approved(trusted: Path, keys: Path) -> None:
    approve(trusted, keys, "police")
    result = build(trusted, keys)
    assert result.exit_code == CONTENT_PROBLEMS
    assert f"NO: release {VERSION} waits for the exchange." in result.stderr
    assert result.stderr.endswith("Nothing was published; the last build stands.\n")
    assert not (trusted / "dist").exists()


def test_production_without_a_key_is_wrong_use(trusted: Path) -> None:
    result = on(trusted, "build --production")
    assert result.exit_code == WRONG_USE
    assert "needs --key" in result.stderr


def test_production_refuses_a_key_without_a_passphrase(trusted: Path, keys: Path) -> None:
    result = build(trusted, keys, "open")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.endswith("has no passphrase. A party signs only with a key that has one.\n")


@pytest.mark.parametrize("key", ["exchange", "police", "thief"])
def test_production_refuses_a_key_that_is_not_that_of_latest(trusted: Path, keys: Path, key: str) -> None:
    result = build(approved(trusted, keys), keys, key)
    assert result.exit_code == ENVIRONMENT
    assert "“latest” in trust.yml" in result.stderr
    assert not (trusted / "dist").exists()


def test_the_entry_of_a_key_can_be_shown_again_and_never_its_secret(keys: Path) -> None:
    result = run("key", "show", str(keys / "police.pem"))
    assert result.exit_code == 0
    expected = trust_yml().partition("partner: no-police")[2]
    assert [line.strip() for line in result.stdout.splitlines() if "keyid" in line or "spki" in line] == [
        line.strip() for line in expected.splitlines() if "keyid" in line or "spki" in line
    ]
    assert "PRIVATE" not in result.output


def test_a_new_key_never_replaces_one(keys: Path) -> None:
    before = (keys / "police.pem").read_bytes()
    result = run("key", "new", str(keys / "police.pem"), typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.endswith("cannot be written: File exists.\n")
    assert (keys / "police.pem").read_bytes() == before


def test_a_short_passphrase_makes_no_key(tmp_path: Path) -> None:
    result = run("key", "new", str(tmp_path / "key.pem"), typed="short\nshort\n")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.endswith("A passphrase has at least 12 characters.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("algorithm", ["ES256", "Ed25519"])
def test_a_key_of_either_kind_can_be_made(tmp_path: Path, algorithm: str) -> None:
    made = ("key", "new", str(tmp_path / "key.pem"), "--algorithm", algorithm)
    result = run(*made, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert f"  algorithm: {algorithm}\n" in result.stdout
