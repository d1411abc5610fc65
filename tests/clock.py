"""The commands that look at the clock, at a moment that the test chooses."""

from datetime import datetime, tzinfo
from types import ModuleType

import pytest

from builder.cli import asking, proving, publishing

_MODULES: tuple[ModuleType, ...] = (asking, proving, publishing)


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """From here on it is this moment for every command."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # reason: no test asks for the subclass
            return moment.astimezone(tz)

    for module in _MODULES:
        monkeypatch.setattr(module, "datetime", Stopped)
