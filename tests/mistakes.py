"""The folders of `tests/broken` and `tests/editors`: laying one over a project makes the mistake that it shows."""

import shutil
from pathlib import Path

BROKEN = Path(__file__).parent / "broken"
NOT_LAID_OVER = {"report.txt", "deleted.txt", "arguments.txt", "mistake.yml"}


def lay_over(mistake: str, project: Path, kept: Path = BROKEN) -> None:
    """Copies the folder's files over the project's, and takes away what its `deleted.txt` names."""
    case = kept / mistake
    for path in sorted(case.rglob("*")):
        relative = path.relative_to(case)
        if (path.is_file() or path.is_symlink()) and relative.as_posix() not in NOT_LAID_OVER:
            (project / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, project / relative, follow_symlinks=False)
    for name in lines(case / "deleted.txt"):
        (project / name).unlink()


def lines(path: Path) -> list[str]:
    """The words of a file that need not exist."""
    return path.read_text("utf-8").split() if path.exists() else []
