"""What is asked of a run."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path


@dataclass(frozen=True)
class Order:
    """Today comes from the caller, so that a build can be repeated on any day.

    `hour` dates the pointer in production, where it must not look older than its last renewal. `drafts` shows campaigns
    whose status is Draft as if they ran; only a preview does that.
    """

    root: Path
    today: date
    production: bool = False
    hour: time = time()
    drafts: bool = False

    @property
    def moment(self) -> datetime:
        """From when on what is signed is valid, in UTC."""
        return datetime.combine(self.today, self.hour, UTC)
