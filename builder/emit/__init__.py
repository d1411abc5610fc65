"""Stage 6: files → disk, all or nothing."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from builder.model.output import CannotPublish, OutputFile


def emit(files: tuple[OutputFile, ...], out: Path) -> None:
    """Publishes the files as the folder `out`, a link that is moved from the last build to this one in a single rename.

    Builds live in `.<name>.builds/` beside it. Whatever fails before the rename leaves the last build as it was.
    """
    builds = out.parent / f".{out.name}.builds"
    try:
        builds.mkdir(parents=True, exist_ok=True)
        with _locked(builds):
            _check_target(out)
            _sweep(builds, keep=_current(out))
            staging = Path(tempfile.mkdtemp(prefix="build-", dir=builds))
            _write(files, staging)
            _point(out, staging)
            _sweep(builds, keep=staging)
    except OSError as error:
        raise CannotPublish(f"{error.filename or out}: {error.strerror}") from error


def _check_target(out: Path) -> None:
    ours = out.is_symlink() and out.readlink().parent.name == f".{out.name}.builds"
    if (out.exists() or out.is_symlink()) and not ours:
        raise CannotPublish(f"{out} is not a build of antiscam; move it away, or choose another --out")


def _current(out: Path) -> Path | None:
    return out.parent / out.readlink() if out.is_symlink() else None


def _write(files: tuple[OutputFile, ...], folder: Path) -> None:
    folder.chmod(0o755)
    made: set[Path] = set()
    for file in files:
        path = folder / file.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(file.content)


def _point(out: Path, build: Path) -> None:
    """One rename: readers see the old build or the new one, never a mixture."""
    link = build.parent / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(build.parent.name) / build.name)
    link.replace(out)


def _sweep(builds: Path, keep: Path | None) -> None:
    """Removes builds that nobody points to any more, those of killed runs included."""
    for build in builds.iterdir():
        if build.is_dir() and not build.is_symlink() and (keep is None or build.name != keep.name):
            shutil.rmtree(build, ignore_errors=True)


@contextmanager
def _locked(builds: Path) -> Iterator[None]:
    """One build at a time; a second one waits. The system lets go of the lock of a dead process."""
    with (builds / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
