"""A small world of three jurisdictions that share a scam, and everything that may happen to its files."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.world import Size, make_world

SIZE = Size(jurisdictions=3, locales=2, scams=2)


def small_world(folder: Path) -> Path:
    """The world; the first jurisdiction also has a scam of the second."""
    make_world(folder, SIZE)
    first, second, *_ = sorted(path for path in (folder / "content/jurisdictions").iterdir())
    lent = next((folder / "content/scams").glob(f"{second.name.lower()}-*")).name
    facts = first / "jurisdiction.yml"
    facts.write_text(_listing(facts.read_text("utf-8"), lent), "utf-8")
    return folder


def _listing(facts: str, slug: str) -> str:
    """The facts of a jurisdiction with one more scam."""
    before, heading, after = facts.partition("scams:\n")
    return f"{before}{heading}  - {slug}\n{after}"


class Life:
    """What editors, programs and bad luck do to a project, one thing at a time. The same seed does the same."""

    def __init__(self, project: Path, out: Path, theme: Path, seed: int) -> None:
        self.project, self.out, self.theme = project, out, theme
        self.chance = random.Random(seed)
        self.attic = project.parent / "attic"
        self.attic.mkdir()
        self.memory = project.parent / "memory"
        self.happenings: tuple[Callable[[], object], ...] = (
            self.change_a_text, self.change_a_text, self.change_a_number, self.change_the_lists, self.break_a_file,
            self.take_away, self.bring_back, self.rename_a_scam, self.lend_a_scam, self.name_a_number_in_words,
            self.change_the_configuration, self.change_the_theme, self.touch_a_file, self.change_in_secret,
            self.damage_the_ledger, self.damage_an_output, self.add_a_stray_file, self.nothing,
        )  # fmt: skip

    def go_on(self) -> str:
        """Something happens; its name."""
        happening = self.chance.choice(self.happenings)
        happening()
        return happening.__name__

    def change_a_text(self) -> None:
        self._rewrite(self._any("content/**/en.yml"), lambda text: _once_more(self.chance, text))

    def change_a_number(self) -> None:
        self._rewrite(self._any("content/jurisdictions/*/jurisdiction.yml"), lambda text: _swapped(self.chance, text))

    def change_the_lists(self) -> None:
        path = (
            self._any("content/long_numbers.yml")
            if self.chance.random() < 0.5
            else self._any("content/short_codes.yml")
        )
        self._rewrite(path, lambda text: _swapped(self.chance, text))

    def break_a_file(self) -> None:
        """Broken, or mended if it was: a colon more, or a key that nobody knows."""
        path = self._any("content/**/*.yml")
        text = path.read_text("utf-8")
        spoilt = self.chance.choice(("nobody: knows\n", "a: b: c\n", "\ttab: x\n"))
        path.write_text(text.removesuffix(spoilt) if text.endswith(spoilt) else text + spoilt, "utf-8")

    def take_away(self) -> None:
        path = self._any("content/*/*/") if self.chance.random() < 0.5 else self._any("content/*/*/*.yml")
        place = self.attic / path.relative_to(self.project).as_posix().replace("/", "%")
        if not place.exists():
            shutil.move(path, place)

    def bring_back(self) -> None:
        for kept in sorted(self.attic.iterdir())[:2]:
            home = self.project / kept.name.replace("%", "/")
            if not home.exists():
                home.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(kept, home)

    def rename_a_scam(self) -> None:
        folder = self._any("content/scams/*/")
        new = folder.with_name(f"{folder.name.rstrip('x')}{'x' * self.chance.randint(0, 2)}")
        if not new.exists():
            folder.rename(new)
            for path in self.project.glob("content/*/*/*.yml"):
                self._rewrite(path, lambda text: text.replace(f"- {folder.name}\n", f"- {new.name}\n"))

    def lend_a_scam(self) -> None:
        slug = self._any("content/scams/*/").name
        self._rewrite(self._any("content/jurisdictions/*/jurisdiction.yml"), lambda text: _listing(text, slug))

    def name_a_number_in_words(self) -> None:
        """Words that name a short number, which may be that of a contact elsewhere."""
        numbers = [line.split('"')[1] for line in self._lines("content/short_codes.yml") if "number:" in line]
        number = self.chance.choice(numbers or ["999"])
        self._rewrite(
            self._any("content/scams/*/en.yml"), lambda text: text.replace("summary: ", f"summary: Dial {number}. ", 1)
        )

    def change_the_configuration(self) -> None:
        old, new = self.chance.choice(
            (("contact_days: 180", "contact_days: 170"), ("exchange.example", "trade.example"), ("Example", "Sample"))
        )
        self._rewrite(
            self.project / "site_config.yml",
            lambda text: text.replace(old, new) if old in text else text.replace(new, old),
        )

    def change_the_theme(self) -> None:
        path = self.chance.choice([*sorted(self.theme.glob("pages/*.html")), self.theme / "site.css"])
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")

    def touch_a_file(self) -> None:
        self._any("content/**/*.yml").touch()

    def change_in_secret(self) -> None:
        """Other bytes, as many of them, and the old time of change."""
        path = self._any("content/**/en.yml")
        status = path.stat()
        path.write_bytes(path.read_bytes().replace(b"e", b"E", 1))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def damage_the_ledger(self) -> None:
        for ledger in self.out.parent.glob(f".{self.out.name}.builds/ledger-*.json"):
            content = bytearray(ledger.read_bytes() or b"nothing is left of it")
            damage = self.chance.choice(("gone", "short", "flipped"))
            content[self.chance.randrange(len(content))] ^= 1 << self.chance.randrange(8)
            ledger.write_bytes(
                {"gone": b"", "short": bytes(content[: len(content) // 2]), "flipped": bytes(content)}[damage]
            )

    def damage_an_output(self) -> None:
        files = [path for path in sorted(self.out.resolve().rglob("*")) if path.is_file()] if self.out.exists() else []
        if files:
            path = self.chance.choice(files)
            if self.chance.random() < 0.5:
                path.unlink()
            else:
                path.write_bytes(b"somebody was here")

    def add_a_stray_file(self) -> None:
        path = (
            self.project / "content" / self.chance.choice(("scams/notes.txt", "jurisdictions/HK.yml", "strings/xx.yml"))
        )
        if path.exists():
            path.unlink()
        else:
            path.write_text("x: y\n", "utf-8")

    def remember(self) -> None:
        """Keeps the project as it is, to go back to."""
        shutil.rmtree(self.memory, ignore_errors=True)
        shutil.copytree(self.project, self.memory)

    def mend(self) -> str:
        """The project as it was when it was last remembered."""
        shutil.rmtree(self.project)
        shutil.copytree(self.memory, self.project)
        return "mend"

    def nothing(self) -> None:
        """An editor who only builds again."""

    def _any(self, pattern: str) -> Path:
        return self.chance.choice(sorted(self.project.glob(pattern)) or [self.project / "site_config.yml"])

    def _lines(self, path: str) -> Iterator[str]:
        file = self.project / path
        yield from file.read_text("utf-8").splitlines() if file.exists() else ()

    @staticmethod
    def _rewrite(path: Path, change: Callable[[str], str]) -> None:
        if path.is_file():
            path.write_text(change(path.read_text("utf-8")), "utf-8")


def _once_more(chance: random.Random, text: str) -> str:
    """A word of one line said twice."""
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines) if line.count(" ") > 4 and "{" not in line]
    if numbers:
        number = chance.choice(numbers)
        words = lines[number].split(" ")
        words.insert(-1, words[-2])
        lines[number] = " ".join(words)
    return "\n".join(lines)


def _swapped(chance: random.Random, text: str) -> str:
    """Two digits of a quoted number, changed about; often no number any more."""
    lines = text.split("\n")
    numbers = [number for number, line in enumerate(lines) if '"' in line and any(map(str.isdigit, line))]
    if numbers:
        number = chance.choice(numbers)
        at = chance.choice([at for at, sign in enumerate(lines[number]) if sign.isdigit()])
        lines[number] = f"{lines[number][:at]}{chance.randrange(10)}{lines[number][at + 1 :]}"
    return "\n".join(lines)
