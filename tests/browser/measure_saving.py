"""From saving a file to seeing it in the preview, in ms, shown and not judged.

`python -m tests.browser.measure_saving [FOLDER ADDRESS FILE]`: of the shipped content, or of a text of another project.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import launch
from tests.conftest import SHIPPED
from tests.listening import free_port

TIMES = 9
# Tells when a page has been painted with its content, with a part of it that has changed, or the problems over it.
_PAINTED = """
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint")
    .forEach(({ startTime }) => told(performance.timeOrigin + startTime))).observe({ type: "paint", buffered: true });
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => told(Date.now())));
  addEventListener("DOMContentLoaded", () =>
    new MutationObserver(drawn).observe(document.body, { childList: true, subtree: true }));
"""


@dataclass(frozen=True)
class Edit:
    """A text that is put in the place of another one, a new one each time, and a page that shows it."""

    name: str
    address: str
    file: str
    old: str
    new: str

    def saved(self, text: str, turn: int) -> str:
        """A file after so many edits: nothing that was there before comes again, but for what mends a mistake."""
        if self.new == MISTAKE and turn % 2:
            return text
        return text.replace(self.old, self.new.format(letter="ABCDEFGHI"[turn], day=21 - turn), 1)


_SCAM = "content/scams/romance/en.yml"
_FACTS = "content/jurisdictions/HK/jurisdiction.yml"
_PLACE = "content/jurisdictions/HK/en.yml"
_STRINGS = "content/strings/en.yml"
MISTAKE = "tipps:\n"
EDITS = (
    Edit("a tip", "hk/en/tips/", _PLACE, "tips:\n  - title: ", "tips:\n  - title: X{letter} "),
    Edit("the check of a number", "hk/en/", _FACTS, "checked_on: 2026-11-22", "checked_on: 2026-11-{day:02}"),
    Edit("a scam of every place", "hk/en/scams/romance/", _SCAM, "title: ", "title: X{letter} "),
    Edit("a word of the whole site", "hk/en/", _STRINGS, "now:\n  heading: ", "now:\n  heading: X{letter} "),
    Edit("a word of the menu", "hk/en/", _STRINGS, "menu:\n  start: ", "menu:\n  start: X{letter} "),
    Edit("a mistake", "hk/en/tips/", _PLACE, "tips:\n", MISTAKE),
)


def main() -> None:
    """Each edit so many times; the first of them meets a builder that has just started."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(sys.argv[1]) if len(sys.argv) > 1 else _copied(Path(folder))
        edits = (
            (Edit("a text", sys.argv[2], sys.argv[3], "title: ", "title: X{letter} "),) if len(sys.argv) > 1 else EDITS
        )
        for edit in edits:
            original = (project / edit.file).read_text("utf-8")
            with _served(project) as port, _opened(port, edit.address) as (page, painted):
                texts = [edit.saved(original, turn) for turn in range(TIMES)]
                first, *later = [_shown(project / edit.file, text, page, painted) for text in texts]
            (project / edit.file).write_text(original, "utf-8")
            _say(
                f"{edit.name:28} first {first:5.0f}   then p50 {statistics.median(later):5.0f}, most {max(later):5.0f}"
            )


def _copied(folder: Path) -> Path:
    for name in ("content", "site_config.yml", "trust.yml"):
        source = SHIPPED / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / name)
    return folder


@contextmanager
def _served(project: Path) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "builder", "serve", "--root", str(project), "--port", str(port)]
    with subprocess.Popen(command, cwd=SHIPPED, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        # The line after the first build: from then on it listens within a moment.
        while " s\n" not in server.stderr.readline():
            pass
        try:
            yield port
        finally:
            server.terminate()


@contextmanager
def _opened(port: int, address: str) -> Iterator[tuple[Page, list[float]]]:
    painted: list[float] = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.expose_function("told", _heard_by(painted))
        page.add_init_script(_PAINTED)
        time.sleep(1)
        page.goto(f"http://127.0.0.1:{port}/{address}")
        _wait(page, painted, 1)
        yield page, painted
        browser.close()


def _heard_by(painted: list[float]) -> Callable[[float], None]:
    """Playwright leaves a note on the function, which a method of a list cannot carry."""

    def heard(moment: float) -> None:
        painted.append(moment)

    return heard


def _shown(file: Path, text: str, page: Page, painted: list[float]) -> float:
    # Longer than a disk needs to tell two times apart, and than the page needs to listen again.
    page.wait_for_timeout(2500)
    seen, begun = len(painted), time.time() * 1000
    file.write_text(text, "utf-8")
    _wait(page, painted, seen + 1)
    return painted[seen] - begun


def _wait(page: Page, painted: list[float], count: int) -> None:
    while len(painted) < count:
        page.wait_for_timeout(5)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
