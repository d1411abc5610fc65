"""The clock: what is too new, what is getting old, and how a moment is written. Always at the exact second."""

from collections.abc import Iterator

from tests.conformance.changes import Case, at, case, put

# Each of them means a moment to some reader; none is the one spelling.
_SPELLINGS = (
    ("offset", "2026-11-22T06:00:00+00:00"),
    ("offset-of-a-place", "2026-11-22T14:00:00+08:00"),
    ("small-z", "2026-11-22T06:00:00z"),
    ("without-zone", "2026-11-22T06:00:00"),
    ("space", "2026-11-22 06:00:00Z"),
    ("fraction", "2026-11-22T06:00:00.000Z"),
    ("true-fraction", "2026-11-22T06:00:00.500Z"),
    ("without-seconds", "2026-11-22T06:00Z"),
    ("hour-24", "2026-11-21T24:00:00Z"),
    ("leap-second", "2026-11-21T23:59:60Z"),
    ("29-february", "2023-02-29T00:00:00Z"),
    ("30-february", "2024-02-30T00:00:00Z"),
    ("month-13", "2025-13-01T00:00:00Z"),
    ("year-0", "0000-01-01T00:00:00Z"),
    ("year-1999", "1999-12-31T23:59:59Z"),
    ("year-negative", "-00001-01-01T00:00:00Z"),
    ("year-of-6-digits", "+002026-01-01T00:00Z"),
    ("day-only", "2026-11-22"),
    ("words", "Sun, 22 Nov 2026 06:00:00 GMT"),
    ("arabic-digits", "٢٠٢٦-11-22T06:00:00Z"),
    ("line-break", "2026-11-22T06:00:00Z\n"),
    ("empty", ""),
    ("number", 1795327200000),
    ("null", None),
)


def _spellings() -> Iterator[Case]:
    for name, text in _SPELLINGS:
        why = "A moment has one spelling: UTC, whole seconds, a capital Z, from the year 2000 on."
        yield case(f"moment-{name}", why, "latest-malformed", put("latest", "issued", text))


CASES = (
    *_spellings(),
    case("moment-in-release", "The same in a release.", "release-malformed",
         put("release", "expires", "2027-02-18T00:00:00+00:00")),
    case("moment-29-february-of-a-leap-year", "A day that is there every fourth year.", "fresh",
         put("release", "expires", "2028-02-29T00:00:00Z")),
    case("latest-last-second", "One second before its end a pointer is fresh.", "fresh", at("2026-11-25T05:59:59Z")),
    case("latest-just-over", "At its end it is stale: numbers are shown, with a note.", "stale",
         at("2026-11-25T06:00:00Z")),
    case("latest-last-stale-second", "Up to one second before seven days.", "stale", at("2026-12-02T05:59:59Z")),
    case("latest-outdated", "After seven days numbers are not relied on any more.", "outdated",
         at("2026-12-02T06:00:00Z")),
    case("release-last-second", "One second before its end a release counts.", "outdated",
         at("2027-02-17T23:59:59Z")),
    case("release-over", "At its end it does not.", "release-expired", at("2027-02-18T00:00:00Z")),
    case("release-over-under-fresh-pointer", "A fresh pointer does not revive it.", "release-expired",
         put("release", "expires", "2026-11-22T12:00:00Z")),
    case("clock-ten-years-late", "A clock of 2036.", "release-expired", at("2036-11-22T12:00:00Z")),
    case("clock-ten-years-early", "A clock of 2016.", "latest-from-future", at("2016-11-22T12:00:00Z")),
    case("clock-of-1970", "A clock without a battery.", "latest-from-future", at("1970-01-01T00:00:00Z")),
    case("clock-late-by-a-day", "Clocks may be wrong by one day.", "fresh", at("2026-11-21T06:00:00Z")),
    case("clock-late-by-more", "But not by a second more.", "latest-from-future", at("2026-11-21T05:59:59Z")),
    case("latest-issued-in-a-day", "Issued one day ahead, to the second.", "fresh",
         put("latest", "issued", "2026-11-23T12:00:00Z")),
    case("latest-issued-later", "One second more.", "latest-from-future",
         put("latest", "issued", "2026-11-23T12:00:01Z")),
    case("latest-version-of-tomorrow", "A version that is dated tomorrow.", "fresh",
         put("latest", "version", 2026112399)),
    case("latest-version-of-the-day-after", "A thief cannot lock clients out with a huge version.",
         "latest-from-future", put("latest", "version", 2026112400)),
    case("latest-version-largest", "Nor with the largest.", "latest-from-future",
         put("latest", "version", 9999999999)),
    case("release-issued-later", "The same in a release.", "release-from-future",
         put("release", "issued", "2026-11-23T12:00:01Z")),
    case("release-version-of-the-day-after", "And for its version.", "release-from-future",
         put("release", "version", 2026112400), put("latest", "releases.1.version", 2026112400)),
    case("latest-ends-as-it-begins", "A statement that never was in force.", "latest-malformed",
         put("latest", "expires", "2026-11-22T06:00:00Z")),
    case("latest-ends-before-it-begins", "Nor was this one.", "latest-malformed",
         put("latest", "expires", "2026-11-21T06:00:00Z")),
    case("release-ends-before-it-begins", "The same in a release.", "release-malformed",
         put("release", "issued", "2026-11-22T12:00:00Z"), put("release", "expires", "2026-11-22T11:59:59Z")),
)  # fmt: skip
