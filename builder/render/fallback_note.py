"""What is said to app developers beside the warnings that an app ships inside itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from builder.model.release import Latest, Release

_NO_NUMBERS_AFTER = timedelta(days=7)  # past the end of the pointer, as in every client


def note(latest: Latest, releases: Iterable[Release], *, development: bool) -> bytes:
    """What the files are, how old they are, and until when each can be shown."""
    until = {release.jurisdiction: release.expires for release in releases}
    lines = [f"  {place}: until {_minute(moment)}" for place, moment in sorted(until.items())]
    return _NOTE.format(
        warning=_DEVELOPMENT if development else "",
        issued=_minute(latest.issued),
        fresh=_minute(latest.expires),
        numbers=_minute(latest.expires + _NO_NUMBERS_AFTER),
        releases="\n".join(lines),
    ).encode()


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


_DEVELOPMENT = """
DO NOT SHIP THIS. It is signed by a developer’s machine, and proves nothing to anybody.
"""

_NOTE = """\
Scam warnings to ship inside an app
{warning}
Taken from what was published on {issued}.
With these files an app can warn on its first start, before it has ever reached the network.

What is inside

  warnings/v1/trust.json    the public keys of all parties: pin them
  warnings/v1/latest.json   the signed pointer to the current release of every jurisdiction
  warnings/v1/<CC>/         the signed release of a jurisdiction and its bundles, at the paths they are published at
  baseline.json             general words in every language, without any number; nobody has signed them

How to use it

Give these files to the same code that proves files from the network, and prove them in the same way at every use:
a copy inside an app is easily exchanged, and it grows old.
Ask the network first, then the warning that this device has proved last, then these files, then baseline.json.
Never take baseline.json from the network.

How long it is good for

Until {fresh} the warnings count as fresh.
Until {numbers} show them with a line that they may be old.
After that show them without any number, until the release itself is over:

{releases}

Then only baseline.json is left. Export anew for every version of the app.
"""
