"""Results → a picture: bars for each scenario, all on one scale."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from benchmarks.results import OURS, SCENARIOS, Results

_WIDTH, _LEFT, _RIGHT = 760, 110, 90
_BAR, _GAP, _HEADING = 18, 5, 34
_OUR_COLOUR, _PEER_COLOUR = "#0b6e4f", "#b8c4ce"
_STYLE = (
    "text { font: 13px system-ui, sans-serif; fill: #1c2733 } .heading { font-weight: 600 } .small { fill: #56636f }"
)


def svg(results: Results) -> str:
    """The picture as text; it needs no script and no font of its own."""
    names = list(results.versions)
    height = _HEADING + len(SCENARIOS) * (_HEADING + len(names) * (_BAR + _GAP)) + _HEADING
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
            f"<title>{escape(_title(results))}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="16" y="24" class="small">{escape(_title(results))}</text>',
            *_panels(results, names),
            "</svg>\n",
        ]
    )


def _title(results: Results) -> str:
    return f"Seconds to build {results.size.pages:,} pages, on {results.machine['cores']} cores: shorter is better"


def _panels(results: Results, names: list[str]) -> Iterator[str]:
    seconds = {(name, scenario): results.median_of(name, scenario) for name in names for scenario in SCENARIOS}
    scale = (_WIDTH - _LEFT - _RIGHT) / max(seconds.values())
    y = _HEADING
    for scenario, heading in SCENARIOS.items():
        y += _HEADING
        yield f'<text x="16" y="{y - 10}" class="heading">{escape(heading)}</text>'
        for name in names:
            yield from _bar(name, seconds[name, scenario], scale, y)
            y += _BAR + _GAP


def _bar(name: str, seconds: float, scale: float, y: int) -> Iterator[str]:
    colour, width, base = _OUR_COLOUR if name == OURS else _PEER_COLOUR, max(1.0, seconds * scale), y + _BAR - 5
    yield f'<text x="{_LEFT - 8}" y="{base}" text-anchor="end">{escape(name)}</text>'
    yield f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="{_BAR}" rx="2" fill="{colour}"/>'
    yield f'<text x="{_LEFT + width + 6:.1f}" y="{base}">{seconds:.2f} s</text>'
