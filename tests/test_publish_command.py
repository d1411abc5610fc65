"""`publish`: a finished build is proved in its new place before anybody sees it."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import ENVIRONMENT, app
from builder.cli.publishing import KEPT_BUILDS
from builder.emit import emit
from builder.model.json_bytes import json_bytes
from builder.pipeline import Built
from builder.seal.record import build_record
from tests.clock import set_clock
from tests.conftest import TODAY, tree
from tests.parties import PARTIES, es256
from tests.signing import PASSPHRASE, at, pem

NOW = at(str(TODAY))
LATEST, TRUST = "warnings/v1/latest.json", "warnings/v1/trust.json"


@pytest.fixture(autouse=True)
def _the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NOW)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """The folder that a web server shows; nothing is there yet."""
    return tmp_path / "public"


def run(*arguments: object) -> Result:
    environment = {"COLUMNS": "200", "ANTISCAM_PASSPHRASE": PASSPHRASE}
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)
    assert not isinstance(result.exception, Exception), result.exception
    return result


def publish(dist: Path, public: Path) -> Result:
    return run("publish", "--from", dist, "--to", public)


def sentence(result: Result) -> str:
    """Why nothing was published."""
    assert (result.exit_code, result.stdout) == (ENVIRONMENT, "")
    assert result.stderr.startswith("Nothing was published. ")
    return result.stderr.removeprefix("Nothing was published. ").strip()


def only(dist: Path, pattern: str) -> Path:
    (path,) = dist.glob(pattern)
    return path


def recorded_anew(dist: Path, golden: Built) -> None:
    """Somebody who changes files can change build.json too."""
    files = {path: content for path, content in tree(dist).items() if path not in {LATEST, "build.json"}}
    outputs = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    sources = {document.source.path: document.source.digest for document in golden.checked.documents}
    (dist / "build.json").write_bytes(build_record(TODAY, sources, outputs).content)


def test_a_sound_build_is_published_whole(dist: Path, public: Path) -> None:
    result = publish(dist, public)
    assert result.exit_code == 0, result.stderr
    assert tree(public) == tree(dist)
    assert result.stderr == f"{public}: {len(tree(dist))} files.\n"


def test_without_a_folder_dist_beside_the_configuration_is_published(
    golden: Built, project: Path, public: Path
) -> None:
    emit(golden.files, project / "dist")
    assert run("publish", "--root", project, "--to", public).exit_code == 0
    assert tree(public) == tree(project / "dist")


def flipped(content: bytes) -> bytes:
    return content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]


DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "a bit of a bundle": ("warnings/v1/NO/en.*.json", flipped),
    "a bit of a release": ("warnings/v1/NO/release.*.json", flipped),
    "a bit of a page": ("no/en/tips/index.html", flipped),
    "half a script": ("warnings/v1/scam-alert.js", lambda content: content[: len(content) // 2]),
    "an empty page": ("index.html", lambda _content: b""),
    "another number on a page": ("no/en/index.html", lambda content: content.replace(b"02800", b"02801")),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_file_that_was_changed_after_the_build_is_refused_and_the_old_build_stays(
    dist: Path, public: Path, damage: str
) -> None:
    publish(dist, public)
    before = tree(public)
    pattern, change = DAMAGE[damage]
    path = only(dist, pattern)
    changed = change(path.read_bytes())
    assert changed != path.read_bytes()
    path.write_bytes(changed)
    name = path.relative_to(dist).as_posix()
    assert sentence(publish(dist, public)) == f"{name} was changed after the build."
    assert tree(public) == before
    assert sorted(path.name for path in public.parent.glob(".public.builds/build-*")) == ["build-000001"]


def test_a_file_that_is_missing_or_too_many_is_refused(dist: Path, public: Path) -> None:
    (dist / "robots.txt").unlink()
    (dist / "extra.html").write_text("<p>Call 900 1234567</p>", "utf-8")
    said = sentence(publish(dist, public))
    assert said == "extra.html is not part of the build; robots.txt is missing."
    assert not public.exists()


def test_many_faults_are_counted(dist: Path, public: Path) -> None:
    for path in dist.rglob("*.html"):
        path.write_text("", "utf-8")
    said = sentence(publish(dist, public))
    assert said.count("was changed after the build") == 10
    assert said.endswith(f" and {len(list(dist.rglob('*.html'))) - 10} more.")


@pytest.mark.parametrize("record", [None, b"", b"[]", b"{}", b'{"outputs":1}'])
def test_a_folder_that_is_no_finished_build_is_refused(dist: Path, public: Path, record: bytes | None) -> None:
    (dist / "build.json").unlink()
    if record is not None:
        (dist / "build.json").write_bytes(record)
    assert sentence(publish(dist, public)) == "build.json is missing or damaged; this is no finished build."


@pytest.mark.parametrize("missing", [LATEST, TRUST])
def test_a_build_without_pointer_or_trust_is_refused(dist: Path, public: Path, golden: Built, missing: str) -> None:
    (dist / missing).unlink()
    recorded_anew(dist, golden)
    said = sentence(publish(dist, public))
    assert said == "latest.json is not signed by a key of trust.json, or one of them is damaged."


def test_a_forged_bundle_is_refused_even_if_the_record_fits(dist: Path, public: Path, golden: Built) -> None:
    path = only(dist, "warnings/v1/NO/en.*.json")
    path.write_bytes(path.read_bytes().replace(b"02800", b"02801"))
    recorded_anew(dist, golden)
    assert sentence(publish(dist, public)) == "NO bundle-digest."


def test_a_forged_release_is_refused_even_if_the_record_fits(dist: Path, public: Path, golden: Built) -> None:
    path = only(dist, "warnings/v1/NO/release.*.json")
    path.unlink()
    recorded_anew(dist, golden)
    assert sentence(publish(dist, public)) == "NO release-missing."


def test_a_page_that_dials_another_number_is_refused_even_if_the_record_fits(
    dist: Path, public: Path, golden: Built
) -> None:
    page = dist / "no/en/index.html"
    page.write_bytes(page.read_bytes().replace(b'"tel:02800"', b'"tel:90012345"'))
    recorded_anew(dist, golden)
    assert sentence(publish(dist, public)) == "NO page-number-unknown no/en/ 90012345."


def test_a_trust_json_of_other_keys_is_refused(dist: Path, public: Path, golden: Built) -> None:
    trust = json.loads((dist / TRUST).read_bytes())
    thief = es256("thief").key.model_dump()
    (dist / TRUST).write_bytes(json_bytes(trust | {"exchange": [thief]}))
    recorded_anew(dist, golden)
    assert sentence(publish(dist, public)) == "NO release-signature."
    (dist / TRUST).write_bytes(json_bytes(trust | {"latest": [thief]}))
    recorded_anew(dist, golden)
    assert sentence(publish(dist, public)).startswith("latest.json is not signed by a key of trust.json")


def test_a_build_whose_pointer_is_old_is_refused_until_it_is_renewed(
    dist: Path, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, NOW + timedelta(hours=40))
    assert sentence(publish(dist, public)) == "NO latest-ageing 2026-11-25T00:00:00Z."
    set_clock(monkeypatch, NOW + timedelta(days=4))
    assert sentence(publish(dist, public)) == "NO latest-expired 2026-11-25T00:00:00Z."
    key = pem(tmp_path / "latest.pem", es256("latest"))
    assert run("sign", "latest", "--key", key, "--out", dist).exit_code == 0
    assert publish(dist, public).exit_code == 0


def test_a_folder_that_is_not_there_or_in_the_way_is_told(dist: Path, public: Path, tmp_path: Path) -> None:
    assert str(tmp_path / "nowhere") in sentence(publish(tmp_path / "nowhere", public))
    public.mkdir()
    assert "is not a build of antiscam" in sentence(publish(dist, public))
    assert list(public.iterdir()) == []


def test_ten_builds_are_kept(dist: Path, public: Path) -> None:
    for _ in range(KEPT_BUILDS + 2):
        assert publish(dist, public).exit_code == 0
    builds = sorted(path.name for path in public.parent.glob(".public.builds/build-*"))
    assert builds == [f"build-{number:06}" for number in range(3, 13)]


def test_a_rollback_shows_the_build_before(dist: Path, public: Path, golden: Built) -> None:
    publish(dist, public)
    before = tree(public)
    (dist / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    recorded_anew(dist, golden)
    assert publish(dist, public).exit_code == 0
    assert tree(public) != before
    result = run("publish", "--to", public, "--rollback")
    assert result.exit_code == 0
    assert tree(public) == before
    assert result.stderr == (
        f"{public} shows build-000001 again. Renew latest.json now: “antiscam sign latest --out {public}”.\n"
    )


def test_without_an_earlier_build_there_is_no_rollback(dist: Path, public: Path) -> None:
    publish(dist, public)
    said = sentence(run("publish", "--to", public, "--rollback"))
    assert said == f"{public} has no earlier build to go back to"
    assert tree(public) == tree(dist)


def test_a_rollback_is_followed_by_a_renewal_that_clients_take(
    dist: Path, public: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        publish(dist, public)
    run("publish", "--to", public, "--rollback")
    set_clock(monkeypatch, NOW + timedelta(hours=50))
    assert run("sign", "latest", "--key", pem(tmp_path / "key.pem", es256("latest")), "--out", public).exit_code == 0
    own = tmp_path / "own.json"
    own.write_bytes(json_bytes(PARTIES.trust(["NO"])))
    assert run("verify", public, "--trust", own).exit_code == 0


def test_a_developers_build_is_published_only_if_that_is_asked_for(project: Path, public: Path) -> None:
    assert run("build", "--root", project, "--as-of", TODAY).exit_code == 0
    refused = run("publish", "--from", project / "dist", "--to", public)
    assert refused.exit_code == ENVIRONMENT
    assert "It is signed by a developer's machine." in refused.stderr
    assert not public.exists()
    assert run("publish", "--from", project / "dist", "--to", public, "--development").exit_code == 0
