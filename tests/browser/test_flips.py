"""Every bit and every length of every file that the alert fetches: nothing but the true bytes is ever accepted."""

import base64
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter

from playwright.sync_api import Page

from builder.pipeline import Built
from tests.browser.modules import module_page
from tests.conftest import TODAY

PLACE, LOCALE = "HK", "en"
# The files stay in the page as they are; each evaluation spoils one of them in every way, one way at a time.
_SPOIL = """async ([trust, wanted, now, files, part]) => {
  const { loadWarning, LoadFailure } = await import("/warnings/v1/scam-alert.js");
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) =>
    [name, Uint8Array.from(atob(text), (character) => character.charCodeAt(0))]));
  const moment = new Date(now);
  const load = (given) => loadWarning(trust, wanted, moment, async (name) => (name === part ? given : bytes[name]));
  const codes = {};
  const count = async (given) => {
    let code = "accepted";
    try {
      await load(given);
    } catch (error) {
      code = error instanceof LoadFailure ? error.code : String(error);
    }
    codes[code] = (codes[code] ?? 0) + 1;
  };
  const whole = bytes[part];
  const flipped = (bit) => {
    const copy = whole.slice();
    copy[bit >> 3] ^= 1 << (bit & 7);
    return count(copy);
  };
  await load(whole);
  // A byte's eight bits at once: the cryptography runs beside the page.
  for (let at = 0; at < whole.length; at++)
    await Promise.all([...Array(8).keys()].map((bit) => flipped(8 * at + bit)).concat(count(whole.slice(0, at))));
  return codes;
}"""


@dataclass(frozen=True)
class Spoilt:
    """What became of one file: how often which code, and how long it took."""

    size: int
    codes: Counter[str]
    seconds: float

    @property
    def tried(self) -> int:
        return 9 * self.size


def spoilt(page: Page, built: Built) -> Iterator[tuple[str, Spoilt]]:
    """Every way to spoil each of the three files."""
    found = files(built)
    given = {part: base64.b64encode(content).decode() for part, content in found.items()}
    wanted = {"jurisdiction": PLACE, "locale": LOCALE}
    for part, content in found.items():
        before = perf_counter()
        codes = page.evaluate(_SPOIL, [trust(built), wanted, f"{TODAY}T12:00:00Z", given, part])
        yield part, Spoilt(len(content), Counter(codes), perf_counter() - before)


def files(built: Built) -> dict[str, bytes]:
    """The pointer, the release and one bundle as they are published."""
    stems = {"latest": "latest.", "release": f"{PLACE}/release.", "bundle": f"{PLACE}/{LOCALE}."}
    found = {}
    for part, stem in stems.items():
        [found[part]] = [file.content for file in built.files if file.path.startswith(f"warnings/v1/{stem}")]
    return found


def trust(built: Built) -> object:
    [published] = [file.content for file in built.files if file.path == "warnings/v1/trust.json"]
    return json.loads(published)


def test_no_spoilt_file_is_ever_accepted(open_page: Callable[..., Page], built: Built) -> None:
    results = dict(spoilt(module_page(open_page), built))
    assert sum(result.tried for result in results.values()) >= 30_000
    for part, result in results.items():
        assert result.codes.total() == result.tried
        assert result.codes["accepted"] == 0
        allowed = {"latest": {"latest-malformed", "latest-type", "latest-signature"}}.get(part, {f"{part}-digest"})
        assert result.codes.keys() <= {*allowed, "accepted"}
