"""Which files are the authors'."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

CONFIG = "site_config.yml"
# Files beside the configuration that a project may do without.
SWITCHES = "switches.yml"
BESIDE = ("trust.yml", SWITCHES)
CONTENT = "content"
# All that is the authors', as git and a preview are asked about it.
AUTHORED = (CONFIG, *BESIDE, CONTENT)
OWN = Path(__file__).parents[2] / "theme"


def author_files(root: Path) -> Iterator[str]:
    """Paths below the root with forward slashes, in an order that no file system changes. Hidden files are left out.

    A project without `trust.yml` trusts nobody yet; one without `switches.yml` has turned nothing off.
    """
    yield CONFIG
    yield from (name for name in BESIDE if (root / name).exists() or (root / name).is_symlink())
    if (root / CONTENT).is_symlink():
        yield CONTENT
    else:
        yield from sorted(_below(str(root), CONTENT))


def _below(root: str, folder: str) -> list[str]:
    found: list[str] = []
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(f"{root}/{folder}") as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = f"{folder}/{entry.name}"
            # A link to a folder is listed as a file, which the reader then refuses: links may lead anywhere.
            if entry.is_dir(follow_symlinks=False):
                found += _below(root, path)
            else:
                found.append(path)
    return found


def watched(root: Path) -> tuple[Path, ...]:
    """What a preview depends on, as far as it exists."""
    return tuple(path for path in (*(root / name for name in AUTHORED), OWN) if path.exists())
