"""Bad inputs by their number in the list of inputs that the gate must refuse, each with the spot and the code expected.

Each one spoils a copy of the golden project. Large ones are made here and never stored. The tests refuse them; the
measuring program times how long that takes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.spoiling import (
    SCAM_NO,
    Spoil,
    change,
    folder,
    laughs,
    link,
    linked_folder,
    merge_bomb,
    page_called_like_a_language,
    pipe,
    write,
)

CONFIG = "site_config.yml"
PLACE = "content/jurisdictions/NO/jurisdiction.yml"
PLACE_EN = "content/jurisdictions/NO/en.yml"
PLACE_NO = "content/jurisdictions/NO/no.yml"
PLACE_AR = "content/jurisdictions/NO/ar.yml"
SCAM = "content/scams/fake-officer/scam.yml"
SCAM_EN = "content/scams/fake-officer/en.yml"
CAMPAIGN = "content/campaigns/no-withdrawal/campaign.yml"
CAMPAIGN_AR = "content/campaigns/no-withdrawal/ar.yml"
PAGE_EN = "content/pages/about/en.yml"
TITLE = "title: A “police officer” wants your crypto"
SHORT, LONG = '"02800"', '"+4721234567"'
ADDRESS = "https://check.example.org/"
ARABIC_TIP = "الرموز لكم وحدكم."


@dataclass(frozen=True)
class BadInput:
    """One way to spoil a project, and what the gate must say: `file:line:column code`."""

    item: int
    name: str
    spoil: Spoil
    expected: str

    @property
    def id(self) -> str:
        return f"{self.item:02}-{self.name}"


# The whole file of a scam’s English words: item, name, content, place and code.
_WHOLE: tuple[tuple[int, str, bytes | str, str], ...] = (
    (3, "merge-bomb", merge_bomb(), "1:5 yaml-feature"),
    (3, "merge-key", "title: x\n<<: {a: b}\n", "2:1 yaml-feature"),
    (4, "billion-laughs", laughs(), "1:4 yaml-feature"),
    (7, "empty-file", "", "1:1 empty-file"),
    (8, "list-at-the-top", "- title: x\n", "1:1 wrong-shape"),
    (10, "depth-900", "title: " + "[" * 900, "1:20 too-deep"),
    (10, "depth-20000", "title: " + "[" * 20_000, "1:20 too-deep"),
    (10, "depth-20000-lists", "- " * 20_000, "1:27 too-deep"),
    (11, "20-mb", b"title: " + b"x" * 20_000_000, "1:1 file-too-large"),
    (11, "scalar-over-8-kb", "title: " + "x" * 8_193, "1:8 text-too-long"),
    (12, "million-keys", "".join(f"k{n}: v\n" for n in range(10**6)), "1:1 file-too-large"),
    (12, "6001-values", "title:\n" + "- x\n" * 30_000, "5999:3 file-too-large"),
    (12, "keys-up-to-the-cap", "".join(f"k{n}: v\n" for n in range(2_900)), "1:1 unknown-key"),
    (12, "one-key-again-and-again", "title: x\n" * 25_000, "2:1 duplicate-key"),
    (13, "nul-everywhere", b"\0" * 200_000, "1:1 forbidden-character"),
    (17, "complex-key", "? [a]\n: b\n", "1:3 yaml-feature"),
)

# The title in the first line of that file: item, name, line, column and code.
_TITLES = (
    (2, "anchor", "title: &a x", "8 yaml-feature"),
    (2, "alias", "title: *a", "8 yaml-feature"),
    (5, "object-tag", "title: !!python/object/apply:os.system [ls]", "8 yaml-feature"),
    (5, "any-tag", "title: !x y", "8 yaml-feature"),
    (13, "nul", "title: a\0b", "9 forbidden-character"),
    (16, "lone-surrogate", 'title: "a\\ud800"', "12 yaml-syntax"),
    (18, "recursive-anchor", "title: &a [*a]", "8 yaml-feature"),
    (37, "expression", 'title: "{{ 7*7 }}"', "8 unknown-placeholder"),
    (37, "statement", 'title: "{% include x %}"', "8 unknown-placeholder"),
    (37, "dollar", "title: ${x}", "8 unknown-placeholder"),
    (46, "isolate", "title: a\u2066b", "9 forbidden-character"),
    (46, "escaped-override", 'title: "a\\u202eb"', "8 forbidden-character"),
    (47, "zero-width-space", "title: a\u200bb", "9 forbidden-character"),
    (47, "joiner-in-latin", "title: a\u200db", "9 forbidden-character"),
    (47, "direction-mark-in-english", "title: a\u200fb", "9 forbidden-character"),
    (48, "4000-characters-in-a-title", "title: " + "x" * 4000, "8 text-too-long"),
    (49, "stacked-marks", "title: a" + "\u0335" * 5 + "b", "9 stacked-marks"),
)

# A number of kind e164: item, name, number, code.
_LONG_NUMBERS = (
    (22, "unquoted", "+85218222", "invalid-phone"),
    (24, "full-width", '"＋４７２１２３４５６７"', "invalid-phone"),
    (24, "arabic-indic", '"+٤٧٢١٢٣٤٥٦٧"', "invalid-phone"),
    (25, "extension", '"+4721234567;ext=1"', "invalid-phone"),
    (25, "pause", '"+4721234567,,1"', "invalid-phone"),
    (26, "letters", '"+1-800-CALL"', "invalid-phone"),
    (27, "premium-rate", '"+4782012345"', "invalid-phone"),
    (28, "short-with-country-code", '"+4702800"', "invalid-phone"),
    (29, "other-country", '"+46101234567"', "invalid-phone"),
    (30, "valid-but-not-listed", '"+4722222222"', "unlisted-number"),
    (31, "digits-transposed", '"+4721243567"', "unlisted-number"),
)
# A number of kind short: item, name, number, column and code.
_SHORT_NUMBERS = (
    (24, "arabic-indic-short", '"٠٢٨٠٠"', "15 invalid-phone"),
    (25, "call-forwarding", '"*21*4721234567#"', "15 invalid-phone"),
    (26, "letter-o", '"O28OO"', "15 invalid-phone"),
    (28, "not-in-the-table", '"02801"', "15 unreviewed-short-code"),
    (31, "digits-transposed-short", '"08200"', "15 unreviewed-short-code"),
    (34, "zero-width-space", '"02\u200b800"', "18 forbidden-character"),
    (34, "joiner", '"02\u200d800"', "18 forbidden-character"),
    (34, "direction-mark", '"\u200e02800"', "16 forbidden-character"),
    (34, "escaped", '"02\\u200b800"', "15 forbidden-character"),
)

# The address of a contact: item, name, address.
_ADDRESSES = (
    (38, "javascript", '"javascript:alert(1)"'),
    (38, "data", '"data:text/html,<b>x"'),
    (38, "blob", '"blob:https://check.example.org/x"'),
    (38, "entities", '"java&#115;cript:alert(1)"'),
    (38, "with-a-tab", '"java\\tscript:alert(1)"'),
    (38, "with-a-newline", '"https://check.example.org/\\nx"'),
    (39, "no-scheme", '"//check.example.org/"'),
    (39, "slash-backslash", "'/\\check.example.org/'"),
    (39, "backslashes", "'https:\\\\check.example.org/'"),
    (40, "user", '"https://check.example.org@scam.example/"'),
    (41, "cyrillic", '"https://chеck.example.org/"'),
    (41, "full-width", '"https://ｃheck.example.org/"'),
    (43, "ip", '"https://192.0.2.1/"'),
    (43, "ip-6", '"https://[2001:db8::1]/"'),
    (43, "port", '"https://check.example.org:8443/"'),
    (43, "trailing-dot", '"https://check.example.org./"'),
    (43, "encoded-dot", '"https://check%2eexample.org/"'),
    (44, "http", '"http://check.example.org/"'),
)

# What a folder of `tests/broken` holds: item, name, folder, file, place and code.
_FOLDERS = (
    (6, "two-documents", "yaml-feature-second-document", f"{SCAM_EN}:12:1 yaml-feature"),
    (9, "tab", "tab-indent", f"{PLACE}:33:1 tab-indent"),
    (14, "byte-order-mark", "forbidden-character-byte-order-mark", f"{SCAM_NO}:1:1 forbidden-character"),
    (15, "utf-16", "not-utf-8-utf-16", f"{SCAM_NO}:1:1 not-utf-8"),
    (15, "latin-1", "not-utf-8", f"{SCAM_NO}:2:78 not-utf-8"),
    (35, "old-check", "stale-contact", f"{PLACE}:39:17 stale-contact"),
    (42, "encoded-not-listed", "host-not-allowed-encoded", f"{PLACE}:32:10 host-not-allowed"),
    (42, "encoded-in-settings", "unsafe-address-encoded-host", f"{CONFIG}:8:12 unsafe-address"),
    (42, "public-ending-listed", "host-too-wide", f"{PLACE}:11:5 host-too-wide"),
    (45, "other-host-as-text", "address-in-words-link-text", f"{PAGE_EN}:7:11 address-in-words"),
    (45, "other-target", "address-in-words-defined-target", f"{PAGE_EN}:7:11 address-in-words"),
    (46, "override", "forbidden-character-turned-text", f"{CAMPAIGN_AR}:15:7 forbidden-character"),
    (50, "not-composed", "unusual-spelling", f"{PLACE_NO}:21:17 unusual-spelling"),
    (51, "other-script", "foreign-script", f"{CAMPAIGN_AR}:12:12 foreign-script"),
    (51, "look-alike-letter", "foreign-script-look-alike", f"{SCAM_EN}:9:5 foreign-script"),
    (52, "placeholder-lost", "placeholders-differ", f"{SCAM_NO}:26:5 placeholders-differ"),
    (53, "translation-missing", "missing-translation", f"{SCAM_NO}:1:1 missing-translation"),
    (55, "device", "bad-name-device", "content/scams/con/scam.yml:1:1 bad-name"),
    (55, "capitals-only", "bad-name-capitals-only", "content/scams/fake-officer:1:1 bad-name"),
    (56, "linked-folder", "unexpected-file-linked-folder", "content/scams/fake-bank:1:1 unexpected-file"),
    (59, "one-id-twice", "duplicate-id", f"{PLACE}:41:9 duplicate-id"),
)

# One text changed in a file: item, name, file, old, new, place and code.
_CHANGES = (
    (1, "duplicate-key", PLACE, f"number: {SHORT}", f"number: {SHORT}\n      number: {SHORT}", "32:7 duplicate-key"),
    (19, "not-a-number", PLACE, "value: 1200000000", "value: .nan", "66:12 bad-number"),
    (19, "5000-digits", PLACE, "value: 1200000000", "value: " + "9" * 5000, "66:12 bad-number"),
    (20, "30-february", CAMPAIGN, "2027-10-31", "2027-02-30", "4:10 bad-date"),
    (20, "time-without-zone", CAMPAIGN, "2027-10-31", "2027-10-31T00:00:00", "4:10 bad-date"),
    (32, "in-words", PLACE_EN, "Codes are for you alone.", "Call 99 88 77 66.", "24:11 address-in-words"),
    (32, "in-arabic-words", PLACE_AR, ARABIC_TIP, "اتصلوا على ٩٩٨٨٧٧٦٦ الآن.", "24:11 address-in-words"),
    (32, "in-chinese-words", PLACE_AR, ARABIC_TIP, "請致電９９８８７７６６查詢。", "24:11 address-in-words"),
    (55, "climbing-type", SCAM, "type: authority", "type: ../x", "2:7 unknown-value"),
    (55, "climbing-id", PLACE, "first_call: police", "first_call: ../x", "5:13 bad-name"),
    (55, "slash", PLACE, "  - fake-officer", "  - a/b", "7:5 bad-name"),
    (55, "trailing-dot", PLACE, "  - fake-officer", "  - a.", "7:5 bad-name"),
)

_FILES = (
    (56, "link-away", link(SCAM_NO, "/etc/hostname"), f"{SCAM_NO}:1:1 unexpected-file"),
    (56, "link-to-itself", link(SCAM_NO, "no.yml"), f"{SCAM_NO}:1:1 unexpected-file"),
    (56, "dangling-link", link(SCAM_NO, "nowhere.yml"), f"{SCAM_NO}:1:1 unexpected-file"),
    (56, "linked-parent", linked_folder, "content:1:1 unexpected-file"),
    (57, "pipe", pipe, f"{SCAM_NO}:1:1 unexpected-file"),
    (59, "one-address-twice", page_called_like_a_language, "content/pages/no/page.yml:1:1 bad-name"),
)


def _all() -> Iterator[BadInput]:
    for item, name, content, expected in _WHOLE:
        yield BadInput(item, name, write(SCAM_EN, content), f"{SCAM_EN}:{expected}")
    for item, name, line, expected in _TITLES:
        yield BadInput(item, name, change(SCAM_EN, TITLE, line), f"{SCAM_EN}:1:{expected}")
    for item, name, number, code in _LONG_NUMBERS:
        yield BadInput(item, name, change(PLACE, LONG, number), f"{PLACE}:45:15 {code}")
    for item, name, number, expected in _SHORT_NUMBERS:
        yield BadInput(item, name, change(PLACE, SHORT, number), f"{PLACE}:31:{expected}")
    for item, name, address in _ADDRESSES:
        yield BadInput(item, name, change(PLACE, ADDRESS, address), f"{PLACE}:56:10 unsafe-address")
    for item, name, mistake, expected in _FOLDERS:
        yield BadInput(item, name, folder(mistake), expected)
    for item, name, file, old, new, expected in _CHANGES:
        yield BadInput(item, name, change(file, old, new), f"{file}:{expected}")
    for item, name, spoil, expected in _FILES:
        yield BadInput(item, name, spoil, expected)


BAD_INPUTS = tuple(sorted(_all(), key=lambda bad: bad.id))
