"""Ways to spoil a copy of the golden project."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.conftest import edit
from tests.mistakes import lay_over

SCAM_NO = "content/scams/fake-officer/no.yml"

Spoil = Callable[[Path], None]


def change(file: str, old: str, new: str) -> Spoil:
    return lambda project: edit(project, file, old, new)


def write(file: str, content: bytes | str) -> Spoil:
    raw = content.encode() if isinstance(content, str) else content
    return lambda project: _written(project / file, raw)


def folder(name: str) -> Spoil:
    """What a folder of `tests/broken` holds."""
    return lambda project: lay_over(name, project)


def link(file: str, target: str) -> Spoil:
    def spoil(project: Path) -> None:
        (project / file).unlink(missing_ok=True)
        (project / file).symlink_to(target)

    return spoil


def _written(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def linked_folder(project: Path) -> None:
    (project / "content").rename(project / "elsewhere")
    (project / "content").symlink_to("elsewhere")


def pipe(project: Path) -> None:
    (project / SCAM_NO).unlink()
    os.mkfifo(project / SCAM_NO)


def page_called_like_a_language(project: Path) -> None:
    """`no/` would be the root of the language and the page's address."""
    (project / "content/pages/about").rename(project / "content/pages/no")


def merge_bomb() -> str:
    lines = ["a0: &a0 {k: v}", *(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 22))]
    return "\n".join(lines)


def laughs() -> str:
    lines = [
        'a: &a ["lol", "lol"]',
        *(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
    return "\n".join(lines)
