"""Hostile files for hypothesis: any bytes, real files spoilt, and text that is nearly ours."""

from hypothesis import strategies as st

from builder.parse import parse
from tests.conftest import GOLDEN, SHIPPED

DOCUMENTS = parse(GOLDEN)
FILES = [document.source.path for document in DOCUMENTS]
ORIGINALS = [
    path.read_bytes()
    for root in (GOLDEN, SHIPPED)
    for path in sorted((root / "content").rglob("*.yml"))
    if path.is_file()
]
ORIGINALS_OF = {path: (GOLDEN / path).read_bytes() for path in FILES}
KEYS = sorted({str(path[-1]) for document in DOCUMENTS for path in document.positions.keys})

# What has a meaning in YAML, in our own rules, or in Unicode.
TOKENS = [
    *":-?&*!|>%@`#{}[],\"'\\\t\n\r\0~ ",
    *("<<", "---", "...", "\r\n", "  ", "\n  ", "\n- ", ": ", " #", "- ", "{exchange}", "{{", "}}", "](", "://", "+47"),
    *"٠９警شé😀\u0301\u200b\u200c\u200d\u200e\u202e\u2028\x85\ufeff\ufffd\ud7ff",
    *('"\\u202e"', '"\\ud800"', '"\\x00"', "!!python/object", "&a", "*a", "NO", ".nan", "1e999", "2027-02-30"),
]

tokens = st.sampled_from(TOKENS) | st.text(max_size=8)
scalars = st.sampled_from(["", "x", "true", "2026-11-01", "02800", "+4721234567", "https://a.example/"]) | st.builds(
    "".join, st.lists(tokens, max_size=6)
)
nodes = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | scalars, inner, max_size=5),
    max_leaves=25,
)


@st.composite
def mutated(draw: st.DrawFn, original: bytes | None = None) -> bytes:
    """A real file with bytes flipped, tokens put in, stretches cut out, and stretches of other files spliced in."""
    content = bytearray(draw(st.sampled_from(ORIGINALS)) if original is None else original)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(len(content) - 1, 0)))
        match draw(st.sampled_from(("flip", "insert", "delete", "splice"))):
            case "flip" if content:
                content[at] ^= 1 << draw(st.integers(0, 7))
            case "insert":
                content[at:at] = draw(tokens).encode("utf-8", "surrogatepass")
            case "delete":
                del content[at : at + draw(st.integers(1, 60))]
            case _:
                other = draw(st.sampled_from(ORIGINALS))
                start = draw(st.integers(0, len(other)))
                content[at:at] = other[start : start + draw(st.integers(1, 200))]
    return bytes(content)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, bytes]:
    """A golden file by its path, changed a little, so that most of it still reaches the later checks."""
    file = draw(st.sampled_from(FILES))
    return file, draw(mutated(ORIGINALS_OF[file]))


@st.composite
def grammatical(draw: st.DrawFn) -> bytes:
    """Text that is YAML more often than not, of our keys and of scalars that mean something."""
    return _written(draw(nodes), 0, flow=draw(st.booleans())).encode("utf-8", "surrogatepass")


def _written(node: object, depth: int, *, flow: bool) -> str:
    indent = "  " * depth
    if isinstance(node, str):
        return node
    if flow and isinstance(node, dict):
        return f"{{{', '.join(f'{key}: {_written(value, 0, flow=True)}' for key, value in node.items())}}}"
    if flow:
        return f"[{', '.join(_written(item, 0, flow=True) for item in _items(node))}]"
    if isinstance(node, dict):
        return "".join(f"\n{indent}{key}: {_written(value, depth + 1, flow=depth > 3)}" for key, value in node.items())
    return "".join(f"\n{indent}- {_written(item, depth + 1, flow=True)}" for item in _items(node))


def _items(node: object) -> list[object]:
    assert isinstance(node, list)
    return node


inputs = (
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | mutated()
    | grammatical()
)
