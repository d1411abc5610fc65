"""The link that readers follow, and the single rename that moves it."""

from pathlib import Path

from builder.emit.staging import sync
from builder.emit.workshop import NEXT, folder_of_builds
from builder.model.output import CannotPublish, NotConfirmed


def live(out: Path) -> Path | None:
    """The build that readers see, or None; refuses whatever stands there that is not our link."""
    if not out.is_symlink():
        if out.exists():
            raise CannotPublish(f"{out} is not a build of antiscam; move it away, or choose another folder")
        return None
    builds = folder_of_builds(out)
    if out.readlink().parent != Path(builds.name):
        raise CannotPublish(f"{out} is a link, but not to a build of antiscam; move it away, or choose another folder")
    return builds / out.readlink().name


def point(out: Path, build: Path, *, durable: bool) -> None:
    """One rename: readers see the old build or the new one, never a mixture."""
    link = build.parent / NEXT
    link.symlink_to(Path(build.parent.name) / build.name)
    link.replace(out)
    if durable:
        _confirm(out)


def _confirm(out: Path) -> None:
    try:
        sync(out.parent)
    except OSError as error:
        reason = f"the disk did not confirm it ({error.strerror})"
        raise NotConfirmed(f"{out} shows another build now, but {reason}; look at the disk, then try again") from error
