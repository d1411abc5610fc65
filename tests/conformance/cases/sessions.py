"""Two sessions: nothing older than what was proved before."""

from tests.conformance.changes import at, case, put

_SEEN_POINTER = (put("latest", "version", 2026112224),)
_SEEN_RELEASE = (put("release", "version", 2026112101), put("latest", "releases.1.version", 2026112101))

CASES = (
    case("seen-the-same", "The same again.", "fresh", before=()),
    case("seen-older-pointer", "A newer pointer to the same release.", "fresh",
         put("latest", "version", 2026112225), before=_SEEN_POINTER),
    case("seen-newer-pointer", "An older pointer than before.", "latest-rollback",
         put("latest", "version", 2026112223), before=_SEEN_POINTER),
    case("seen-newer-pointer-and-release", "Everything older than before.", "latest-rollback",
         put("latest", "version", 2026112200), before=_SEEN_RELEASE),
    case("seen-older-release", "A newer release than before.", "fresh", *_SEEN_RELEASE, before=()),
    case("seen-newer-release", "A new pointer to an older release.", "release-rollback",
         put("latest", "version", 2026112225), before=_SEEN_RELEASE),
    case("seen-another-release-of-the-version", "Two releases under one version.", "release-rollback",
         put("bundle", "label", "Other"), before=()),
    case("seen-another-pointer-of-the-version", "A pointer that was renewed twice in a quarter of an hour.", "fresh",
         put("latest", "expires", "2026-11-25T06:10:00Z"), before=()),
    case("seen-and-stale", "Nothing newer has come, and the pointer is over.", "stale",
         at("2026-11-26T00:00:00Z"), before=(at("2026-11-26T00:00:00Z"),)),
    case("seen-while-its-time-ran", "What was proved in its time stays the oldest that is taken.", "latest-rollback",
         at("2026-11-26T00:00:00Z"), put("latest", "version", 2026112223), before=_SEEN_POINTER),
)  # fmt: skip
