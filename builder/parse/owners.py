"""`CODEOWNERS` → who answers for a file."""

from dataclasses import dataclass
from pathlib import Path

from codeowners import CodeOwners

# Where GitHub and GitLab look for it, in their order.
_PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
NOBODY = "nobody"


@dataclass(frozen=True)
class Owners:
    """The rules of a project; the last one that fits a file counts."""

    rules: CodeOwners

    def of(self, path: str) -> str:
        """The owners of a file, such as `@example/hong-kong @example/editors`; “nobody” if no rule names one."""
        return " ".join(name for _kind, name in self.rules.of(path)) or NOBODY


def read_owners(root: Path) -> Owners:
    """The owners that a project names; without a file nobody owns anything."""
    file = next((root / place for place in _PLACES if (root / place).is_file()), None)
    return Owners(CodeOwners(file.read_text("utf-8") if file else ""))
