"""Results → Markdown: medians, and how many times the fastest peer's."""

from collections.abc import Iterator

from benchmarks.results import LIMITS, OURS, SCENARIOS, Growth, Output, Results

_MEGABYTE = 1_000_000


def markdown(results: Results) -> str:
    """The whole report."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    size, machine = results.size, results.machine
    yield from ("# Benchmark", "")
    yield f"{size.jurisdictions:,} jurisdictions × {size.locales} languages × {size.scams} scams: {size.pages:,} pages."
    yield (
        f"{machine['cores']} cores, {int(machine['memory_bytes']) / 1e9:.0f} GB of memory, "
        f"Python {machine['python']}, {machine['system']}."
    )
    yield "Seconds are medians; in brackets, how many times those of the fastest peer in that column."
    yield from ("", *_table(["", *SCENARIOS.values()], (_times(results, name) for name in results.versions)))
    yield from ("", *_table(["cold build", "peak PSS", "peak RSS", "files", "size"], map(_output, results.outputs)))
    yield from ("", "PSS counts memory that processes share once, RSS once for each of them.")
    yield from ("", *_table(["physical limit", "seconds"], (_limit(results, name) for name in LIMITS)))
    if results.growth:
        head = ["antiscam, cold", "pages", "seconds", "per page", "peak PSS", "peak RSS"]
        yield from ("", *_table(head, map(_growth, results.growth)))
    yield from ("", *(f"- {name}: {version}" for name, version in results.versions.items()))
    yield from (f"- {name}: **not measured**: {reason}" for name, reason in results.not_measured.items())


def _table(head: list[str], rows: Iterator[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' + ' ---: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _times(results: Results, name: str) -> list[str]:
    return [name, *(_time(results, name, scenario) for scenario in SCENARIOS)]


def _time(results: Results, name: str, scenario: str) -> str:
    own = results.median_of(name, scenario)
    peers = [results.median_of(peer, scenario) for peer in results.versions if peer != OURS]
    return f"{own:.2f}" + (f" ({own / min(peers):.2f}×)" if peers else "")


def _output(output: Output) -> list[str]:
    memory = output.memory
    return [output.builder, _size(memory.pss), _size(memory.rss), f"{output.files:,}", _size(output.bytes)]


def _limit(results: Results, name: str) -> list[str]:
    return [LIMITS[name], f"{results.median_of(name, 'limit'):.2f}"]


def _growth(growth: Growth) -> list[str]:
    middle = sorted(growth.seconds)[len(growth.seconds) // 2]
    each = f"{1000 * middle / growth.pages:.2f} ms"
    memory = growth.memory
    where = f"{growth.jurisdictions:,} jurisdictions"
    return [where, f"{growth.pages:,}", f"{middle:.2f}", each, _size(memory.pss), _size(memory.rss)]


def _size(count: int) -> str:
    return f"{count / _MEGABYTE:,.0f} MB"
