"""`verify` and `sign latest`: what a police partner's monitor and the timer do, and how they end."""

import base64
import functools
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from builder.cli import CONTENT_PROBLEMS, ENVIRONMENT, WRONG_USE, app
from builder.emit import emit
from builder.model.json_bytes import json_bytes
from builder.model.order import Order
from builder.model.release import RELEASE_DAYS
from builder.pipeline import Built, make
from tests.clock import set_clock
from tests.conftest import GOLDEN, TODAY, tree
from tests.parties import PARTIES, es256
from tests.signing import PASSPHRASE, at, pem

NOW = at(str(TODAY))
LATEST = "warnings/v1/latest.json"
NUMBERS = "# Our own list.\nNO 112\nNO 02800   # the police\nNO +4721234567\n"


@pytest.fixture(autouse=True)
def _the_day_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, NOW)


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """The trust.json that a partner keeps."""
    path = tmp_path / "own" / "trust.json"
    path.parent.mkdir()
    path.write_bytes(json_bytes(PARTIES.trust(["NO"])))
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return pem(tmp_path / "latest.pem", es256("latest"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(dist: Path) -> Iterator[str]:
    """The address of the build on this machine."""
    web = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(dist)))
    thread = threading.Thread(target=web.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{web.server_address[1]}"
    web.shutdown()
    thread.join()
    web.server_close()


def run(*arguments: object, passphrase: str = PASSPHRASE) -> Result:
    environment = {"COLUMNS": "200", "ANTISCAM_PASSPHRASE": passphrase}
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], env=environment)
    assert not isinstance(result.exception, Exception), result.exception
    return result


def verify(where: object, trust: Path, *further: object) -> Result:
    return run("verify", where, "--trust", trust, *further)


def listed(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "numbers.txt"
    path.write_text(text, "utf-8")
    return path


def test_a_folder_that_is_sound_exits_with_zero(dist: Path, trust: Path) -> None:
    result = verify(dist, trust)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "3 warnings proved, 0 findings.\n")


def test_a_site_that_is_sound_exits_with_zero(server: str, trust: Path) -> None:
    for address in (server, f"{server}/"):
        result = verify(address, trust)
        assert (result.exit_code, result.stderr) == (0, "3 warnings proved, 0 findings.\n")


def test_numbers_that_agree_with_the_partners_list_are_no_finding(dist: Path, trust: Path, tmp_path: Path) -> None:
    result = verify(dist, trust, "--numbers", listed(tmp_path, NUMBERS))
    assert (result.exit_code, result.stderr) == (0, "3 warnings proved, 0 findings.\n")


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ("NO 02800   # the police", "", ["NO number-unknown 02800"]),
        ("NO 112", "NO 112\nNO 113", ["NO number-missing 113"]),
        ("NO +4721234567", "NO +4721234568", ["NO number-unknown +4721234567", "NO number-missing +4721234568"]),
    ],
)
def test_an_unknown_a_missing_and_a_wrong_number_are_found(
    dist: Path, trust: Path, tmp_path: Path, old: str, new: str, findings: list[str]
) -> None:
    result = verify(dist, trust, "--numbers", listed(tmp_path, NUMBERS.replace(old, new)))
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr.splitlines() == [*findings, f"3 warnings proved, {len(findings)} findings."]


@pytest.mark.parametrize("page", ["no/en/index.html", "no/ar/index.html"])
def test_a_page_that_dials_another_number_is_found(dist: Path, server: str, trust: Path, page: str) -> None:
    path = dist / page
    path.write_bytes(path.read_bytes().replace(b'"tel:02800"', b'"tel:90012345"'))
    result = verify(server, trust)
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr.splitlines()[0] == f"NO page-number-unknown {page.removesuffix('index.html')} 90012345"


def test_a_bundle_that_was_changed_is_found(dist: Path, trust: Path) -> None:
    (path,) = dist.glob("warnings/v1/NO/en.*.json")
    path.write_bytes(path.read_bytes().replace(b"02800", b"02801"))
    result = verify(dist, trust)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (CONTENT_PROBLEMS, "NO bundle-digest")


def test_findings_as_json_are_the_only_thing_on_stdout(dist: Path, trust: Path, tmp_path: Path) -> None:
    result = verify(dist, trust, "--json", "--numbers", listed(tmp_path, NUMBERS + "NO 110\n"))
    assert (result.exit_code, result.stderr) == (CONTENT_PROBLEMS, "")
    finding = {"jurisdiction": "NO", "code": "number-missing", "detail": "110"}
    assert json.loads(result.stdout) == {"proved": 3, "findings": [finding]}
    sound = verify(dist, trust, "--json")
    assert (sound.exit_code, json.loads(sound.stdout)) == (0, {"proved": 3, "findings": []})


def test_only_the_places_that_are_asked_for_are_proved(dist: Path, trust: Path) -> None:
    result = verify(dist, trust, "--jurisdiction", "SE")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (CONTENT_PROBLEMS, "SE unknown-jurisdiction")
    assert verify(dist, trust, "--jurisdiction", "NO").exit_code == 0


def test_a_site_that_does_not_answer_exits_with_three(trust: Path, server: str) -> None:
    port = int(server.rpartition(":")[2])
    result = verify(f"http://127.0.0.1:{1 if port != 1 else 2}", trust)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (ENVIRONMENT, "NO latest-unreachable")


def test_a_site_without_warnings_is_a_finding(dist: Path, server: str, trust: Path) -> None:
    (dist / LATEST).unlink()
    result = verify(server, trust)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (CONTENT_PROBLEMS, "NO latest-missing")


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{}", b'{"police":{"NO":[]}}', b"\xff"])
def test_a_trust_json_that_is_none_is_wrong_use(dist: Path, trust: Path, content: bytes | None) -> None:
    trust.unlink()
    if content is not None:
        trust.write_bytes(content)
    result = verify(dist, trust)
    said = (
        f"{trust} is no trust.json." if content is not None else f"{trust} cannot be read: No such file or directory."
    )
    assert (result.exit_code, result.stdout, result.stderr) == (WRONG_USE, "", f"{said}\n")


def test_a_trust_json_without_places_proves_nothing_and_says_so(dist: Path, trust: Path) -> None:
    trust.write_bytes(json_bytes(PARTIES.trust([])))
    result = verify(dist, trust)
    assert result.exit_code == WRONG_USE
    assert result.stderr == f"{trust} names no jurisdiction, so that there is nothing to prove.\n"


@pytest.mark.parametrize("text", ["NO 0280O", "NO", "02800", "NO 02 800", "no 02800", "NO ٠٢٨٠٠"])
def test_a_list_with_a_slip_is_wrong_use_and_names_the_line(dist: Path, trust: Path, tmp_path: Path, text: str) -> None:
    result = verify(dist, trust, "--numbers", listed(tmp_path, f"NO 112\n{text}\n"))
    assert result.exit_code == WRONG_USE
    assert f"line 2: “{text}”" in result.stderr


def test_a_list_that_is_missing_or_no_text_is_wrong_use(dist: Path, trust: Path, tmp_path: Path) -> None:
    assert verify(dist, trust, "--numbers", tmp_path / "nowhere.txt").exit_code == WRONG_USE
    (tmp_path / "numbers.txt").write_bytes(b"\xff\xfe")
    assert verify(dist, trust, "--numbers", tmp_path / "numbers.txt").exit_code == WRONG_USE


def test_the_memory_notices_an_older_release(dist: Path, trust: Path, tmp_path: Path, golden: Built) -> None:
    memory = tmp_path / "memory.json"
    tomorrow = make(Order(GOLDEN, TODAY + timedelta(days=1)), PARTIES)
    emit(tomorrow.files, dist)
    assert verify(dist, trust, "--memory", memory).exit_code == 0
    remembered = memory.read_bytes()
    emit(golden.files, dist)
    result = verify(dist, trust, "--memory", memory)
    assert (result.exit_code, result.stderr.splitlines()[0]) == (CONTENT_PROBLEMS, "NO latest-rollback")
    assert memory.read_bytes() == remembered
    assert verify(dist, trust).exit_code == 0


def test_nothing_is_remembered_of_a_site_with_findings(dist: Path, trust: Path, tmp_path: Path) -> None:
    numbers = listed(tmp_path, "NO 112\n")
    assert verify(dist, trust, "--numbers", numbers, "--memory", tmp_path / "memory.json").exit_code == CONTENT_PROBLEMS
    assert not (tmp_path / "memory.json").exists()


def test_the_memory_keeps_what_was_not_asked_for_this_time(dist: Path, trust: Path, tmp_path: Path) -> None:
    memory = tmp_path / "memory.json"
    other = {"latest": 2026112100, "version": 2026112101, "sha256": "0" * 64}
    memory.write_text(json.dumps({"SE": other}), "utf-8")
    assert verify(dist, trust, "--memory", memory).exit_code == 0
    remembered = json.loads(memory.read_bytes())
    assert remembered["SE"] == other
    assert remembered["NO"]["version"] == 2026112201


@pytest.mark.parametrize("content", ["", "[]", "{", '{"NO": 1}', '{"NO": {}}'])
def test_a_memory_that_is_none_is_wrong_use(dist: Path, trust: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "memory.json").write_text(content, "utf-8")
    result = verify(dist, trust, "--memory", tmp_path / "memory.json")
    assert result.exit_code == WRONG_USE
    assert "is no memory of this command" in result.stderr


def test_a_memory_that_cannot_be_written_is_told(dist: Path, trust: Path) -> None:
    result = verify(dist, trust, "--memory", trust / "memory.json")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr.startswith("What was seen cannot be remembered. ")


def test_an_old_pointer_is_found_and_a_renewed_one_is_not(
    dist: Path, trust: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, NOW + timedelta(hours=40))
    assert verify(dist, trust).stderr.splitlines()[0] == "NO latest-ageing 2026-11-25T00:00:00Z"
    before = tree(dist)
    result = run("sign", "latest", "--key", key, "--out", dist)
    assert (result.exit_code, result.stderr) == (0, "")
    after = tree(dist)
    assert {path for path in after if after[path] != before.get(path)} == {LATEST}
    assert before.keys() == after.keys()
    assert verify(dist, trust).exit_code == 0


def test_the_timer_renews_dist_beside_the_configuration(golden: Built, project: Path, key: Path) -> None:
    emit(golden.files, project / "dist")
    assert run("sign", "latest", "--key", key, "--root", project).exit_code == 0


def test_the_timer_turns_off_what_switches_yml_names_and_on_again(golden: Built, project: Path, key: Path) -> None:
    emit(golden.files, project / "dist")
    switches = project / "switches.yml"
    switches.write_text("off:\n  - alert: no-withdrawal\n    since: 2026-11-20\n    reason: Wrong.\n", "utf-8")
    assert run("sign", "latest", "--key", key, "--root", project).exit_code == 0
    assert _off(project) == {"alerts": ["no-withdrawal"], "groups": []}
    assert run("sign", "latest", "--key", key, "--out", project / "dist").exit_code == 0
    assert _off(project) == {"alerts": ["no-withdrawal"], "groups": []}
    switches.unlink()
    assert run("sign", "latest", "--key", key, "--root", project).exit_code == 0
    assert _off(project) == {"alerts": [], "groups": []}


def test_a_broken_switch_signs_nothing(golden: Built, project: Path, key: Path) -> None:
    emit(golden.files, project / "dist")
    before = (project / "dist" / LATEST).read_bytes()
    (project / "switches.yml").write_text("of:\n  - alert: no-withdrawal\n", "utf-8")
    result = run("sign", "latest", "--key", key, "--root", project)
    assert result.exit_code == CONTENT_PROBLEMS
    assert "switches.yml:1:1 error unknown-key" in result.output
    assert (project / "dist" / LATEST).read_bytes() == before


def _off(project: Path) -> dict[str, list[str]]:
    envelope = json.loads((project / "dist" / LATEST).read_bytes())
    off: dict[str, list[str]] = json.loads(base64.b64decode(envelope["payload"]))["off"]
    return off


def test_the_timer_tells_of_expired_releases_and_exits_with_one(
    dist: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, NOW + timedelta(days=RELEASE_DAYS))
    before = (dist / LATEST).read_bytes()
    result = run("sign", "latest", "--key", key, "--out", dist)
    assert result.exit_code == CONTENT_PROBLEMS
    assert result.stderr == (
        "NO: the release has expired. Clients show the general warning until a new one is approved.\n"
    )
    assert (dist / LATEST).read_bytes() != before


def test_the_timer_leaves_the_old_pointer_where_it_cannot_renew(dist: Path, key: Path, tmp_path: Path) -> None:
    before = (dist / LATEST).read_bytes()
    thief = pem(tmp_path / "thief.pem", es256("thief"))
    for wrong, passphrase in ((thief, PASSPHRASE), (key, "another sentence"), (tmp_path / "no.pem", PASSPHRASE)):
        result = run("sign", "latest", "--key", wrong, "--out", dist, passphrase=passphrase)
        assert result.exit_code == ENVIRONMENT
    assert (dist / LATEST).read_bytes() == before
    result = run("sign", "latest", "--key", thief, "--out", dist)
    assert result.stderr == (
        "latest.json was not renewed. This key is not the one of “latest” in the published trust.json.\n"
    )


def test_the_timer_says_where_nothing_is_published(tmp_path: Path, key: Path) -> None:
    result = run("sign", "latest", "--key", key, "--out", tmp_path / "nowhere")
    assert result.exit_code == ENVIRONMENT
    assert result.stderr == "latest.json was not renewed. What is published does not verify: page-missing.\n"


def test_a_whole_process_ends_with_the_exit_code(dist: Path, trust: Path) -> None:
    command = [sys.executable, "-m", "builder", "verify", str(dist), "--trust", str(trust), "--jurisdiction", "SE"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (CONTENT_PROBLEMS, "")
    assert "Traceback" not in ended.stderr
