"""JSON in its one spelling: what `JSON.stringify` writes, with whole and exact numbers only."""

from collections.abc import Iterator

from tests.conformance.changes import Case, adding, case, file, payload, served

_GOOD = (
    ("largest-number", '"x":9007199254740991', "The largest whole number that JavaScript keeps exactly."),
    ("smallest-number", '"x":-9007199254740991', "And the smallest."),
    ("control-character", '"x":"\\u001f"', "A control character is escaped in small letters."),
    ("short-escapes", '"x":"\\b\\t\\n\\f\\r\\"\\\\"', "Seven characters have a short escape."),
    ("unescaped", '"x":"/\x7f\u2028\u2029é😀"', "Everything else stands as itself."),
    ("lone-surrogate", '"x":"\\ud800"', "Half a character can only be escaped; as an unknown member it is ignored."),
    ("lone-surrogates-reversed", '"x":"\\ude00\\ud83d"', "Two halves in the wrong order stay two halves."),
    ("nested-100-deep", '"x":' + "[" * 100 + "]" * 100, "Every client must read 100 levels."),
    ("not-quite-an-index", '"01":1,"-1":2,"4294967296":3', "Names that only look like an index stay in their place."),
    ("nested-proto", '"x":{"__proto__":1}', "Inside an unknown member nobody looks."),
    ("nested-empty", '"x":{"a":{},"b":[],"c":""}', "Empty things."),
)
_BAD = (
    ("fraction", '"x":1.5', "Readers differ on fractions: there are none."),
    ("fraction-of-zero", '"x":1.0', "Not even if it is whole."),
    ("exponent", '"x":1e5', "Nor exponents."),
    ("exponent-as-javascript-writes-it", '"x":1e+21', "Not even where JavaScript would write one."),
    ("exponent-as-python-writes-it", '"x":1e+16', "Nor where Python would."),
    ("tiny-as-javascript-writes-it", '"x":0.00001', "Nor small numbers."),
    ("tiny-as-python-writes-it", '"x":1e-05', "In no spelling."),
    ("minus-zero", '"x":-0', "JavaScript reads it as -0 and writes 0."),
    ("leading-zero", '"x":01', "No JSON."),
    ("plus", '"x":+1', "No JSON."),
    ("number-too-large", '"x":9007199254740992', "JavaScript cannot tell it from its neighbour."),
    ("number-too-large-but-even", '"x":10000000000000000', "JavaScript happens to keep this one; still too large."),
    ("number-of-20-digits", '"x":12345678901234567890', "JavaScript would round it."),
    ("nan", '"x":NaN', "No JSON, though Python reads it."),
    ("infinity", '"x":-Infinity', "No JSON, though Python reads it."),
    ("escaped-letter", '"x":"\\u0041"', "A needless escape."),
    ("escaped-slash", '"x":"\\/"', "A needless escape."),
    ("escaped-in-capitals", '"x":"\\u001F"', "Escapes are in small letters."),
    ("escaped-line-break", '"x":"\\u000a"', "A line break has its short escape."),
    ("escaped-pair", '"x":"\\ud83d\\ude00"', "A whole character stands as itself."),
    ("escaped-line-separator", '"x":"\\u2028"', "So does this one."),
    ("lone-surrogate-in-capitals", '"x":"\\uD800"', "Escapes are in small letters."),
    ("raw-control-character", '"x":"\t"', "No JSON."),
    ("member-twice", '"version":2026112224', "Two readers would take two values."),
    ("nested-member-twice", '"x":{"a":1,"a":1}', "Not even the same value twice."),
    ("proto-twice", '"x":{"__proto__":1,"__proto__":1}', "Nor this name."),
    ("index-at-the-end", '"1":1', "JavaScript moves members that are named like an index to the front."),
    ("nested-indices-out-of-order", '"x":{"10":1,"9":2}', "And sorts them."),
    ("largest-index-at-the-end", '"x":{"a":1,"4294967294":2}', "Up to the largest."),
    ("single-quotes", "\"x\":'a'", "No JSON."),
    ("comma-at-the-end", '"x":1,', "No JSON."),
    ("space", '"x": 1', "No white space anywhere."),
)  # fmt: skip


def _members() -> Iterator[Case]:
    for name, text, why in _GOOD:
        yield case(f"spelling-{name}", why, "fresh", adding("latest", text))
    for name, text, why in _BAD:
        yield case(f"spelling-{name}", why, "latest-malformed", adding("latest", text))


CASES = (
    *_members(),
    case("spelling-indices-in-order", "Members named like an index come first, in their order.", "fresh",
         payload("latest", lambda content: b'{"0":1,"9":2,"10":3,' + content[1:])),
    case("spelling-latest-bom", "A byte order mark before the envelope.", "latest-malformed",
         served("latest", lambda content: b"\xef\xbb\xbf" + content)),
    case("spelling-latest-line-break", "A line break after the envelope.", "latest-malformed",
         served("latest", lambda content: content + b"\n")),
    case("spelling-latest-space", "A space in the envelope.", "latest-malformed",
         served("latest", lambda content: content.replace(b":", b": ", 1))),
    case("spelling-latest-escape", "A needless escape in the envelope's own name.", "latest-malformed",
         served("latest", lambda content: content.replace(b"payload", b"p\\u0061yload", 1))),
    case("spelling-latest-member-twice", "An envelope with two payloads.", "latest-malformed",
         served("latest", lambda content: b'{"payload":"",' + content[1:])),
    case("spelling-latest-nul", "A zero byte after the envelope.", "latest-malformed",
         served("latest", lambda content: content + b"\0")),
    case("spelling-latest-utf-16", "Another encoding.", "latest-malformed",
         served("latest", lambda content: content.decode().encode("utf-16"))),
    case("spelling-payload-bom", "A byte order mark in what was signed.", "latest-malformed",
         payload("latest", lambda content: b"\xef\xbb\xbf" + content)),
    case("spelling-payload-not-utf-8", "Bytes that are no text in what was signed.", "latest-malformed",
         payload("latest", lambda content: content[:-1] + b',"x":"\xff"}')),
    case("spelling-payload-overlong", "A letter in two bytes where one is enough.", "latest-malformed",
         payload("latest", lambda content: content[:-1] + b',"x":"\xc1\x81"}')),
    case("spelling-payload-surrogate-bytes", "Half a character as bytes.", "latest-malformed",
         payload("latest", lambda content: content[:-1] + b',"x":"\xed\xa0\x80"}')),
    case("spelling-release-space", "A rightly signed release with a space in its payload.", "release-malformed",
         payload("release", lambda content: content.replace(b":", b": ", 1))),
    case("spelling-release-envelope-space", "A rightly named release with a space in its envelope.",
         "release-malformed", file("release", lambda content: content.replace(b":", b": ", 1))),
    case("spelling-bundle-space", "A rightly named bundle with a space.", "bundle-malformed",
         payload("bundle", lambda content: content.replace(b":", b": ", 1))),
    case("spelling-bundle-fraction", "A bundle has no fractions either.", "bundle-malformed",
         adding("bundle", '"x":0.5')),
    case("spelling-bundle-member-twice", "A bundle with two labels.", "bundle-malformed",
         adding("bundle", '"label":"Other"')),
    case("spelling-bundle-bom", "A byte order mark before the bundle.", "bundle-malformed",
         payload("bundle", lambda content: b"\xef\xbb\xbf" + content)),
    case("spelling-bundle-not-json", "A rightly named bundle that is no JSON.", "bundle-malformed",
         payload("bundle", lambda _: b"<p>Stop</p>")),
)  # fmt: skip
