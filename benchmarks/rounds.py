"""The measuring itself: every builder in turn, round after round, each build proved."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.builders import Antiscam, Builder, Workplace
from benchmarks.edits import Edit, change_phone, change_text
from benchmarks.frame import write_frames
from benchmarks.generators import PEERS
from benchmarks.installing import CannotInstall
from benchmarks.limits import copy_seconds, reading_seconds
from benchmarks.memory import peak_memory
from benchmarks.proving import prove
from benchmarks.reading import Edition, codes_of
from benchmarks.results import Growth, Output, Reading, Results
from benchmarks.running import timed
from benchmarks.world import Size, make_world


def side_by_side(place: Workplace, peers: Sequence[str], rounds: int, results: Results) -> None:
    """Times of every builder, interleaved, then memory and size of what each makes."""
    make_world(place.world, place.size)
    builders = list(_ready(place, peers, results))
    edited = codes_of(place.world)[(place.size.jurisdictions - 1) // 2]
    for number in range(rounds):
        turn = number % len(builders)
        for builder in builders[turn:] + builders[:turn]:
            results.readings += _scenarios(builder, edited, number)
        results.readings += _limits(builders[0], number)
    for builder in builders:
        results.outputs.append(_output(builder, edited))


def growth(root: Path, size: Size, rounds: int) -> Growth:
    """How antiscam alone fares at another size, cold."""
    place = Workplace(root / f"growth-{size.jurisdictions}", size)
    make_world(place.world, size)
    antiscam = Antiscam(place)
    antiscam.install()
    edited = codes_of(place.world)[0]
    seconds = tuple(_cold(antiscam, edited, number).seconds for number in range(rounds))
    return Growth(size.jurisdictions, size.pages, seconds, _output(antiscam, edited).memory)


def _ready(place: Workplace, peers: Sequence[str], results: Results) -> Iterator[Builder]:
    """First antiscam: the peers' frames are cut out of a page of it. The frame's place is never the edited one."""
    antiscam = Antiscam(place)
    antiscam.install()
    last = Edition(place.world, codes_of(place.world)[-1], place.size.spoken[0])
    write_frames(antiscam.out, last.code.lower(), last.facts["scams"][0], place.size.spoken, place.frames)
    for builder in (antiscam, *(PEERS[peer](place) for peer in peers)):
        try:
            if builder is not antiscam:
                builder.install()
            results.versions[builder.name] = builder.version()
            yield builder
        except CannotInstall as error:
            results.not_measured[builder.name] = str(error)
            _tell(f"{builder.name} is not measured: {error}\n{error.__cause__ or ''}")


def _scenarios(builder: Builder, edited: str, number: int) -> Iterator[Reading]:
    yield _cold(builder, edited, number)
    yield _timed(builder, "unchanged", number, edited)
    yield _timed(builder, "text", number, edited, change_text(builder.place.world, edited))
    yield _timed(builder, "phone", number, edited, change_phone(builder.place.world, edited))


def _cold(builder: Builder, edited: str, number: int) -> Reading:
    builder.forget()
    return _timed(builder, "cold", number, edited)


def _timed(builder: Builder, scenario: str, number: int, edited: str, edit: Edit | None = None) -> Reading:
    """Nothing of one build is left to be written to the disk while the next one is timed."""
    builder.prepare()
    os.sync()
    reading = Reading(builder.name, scenario, number + 1, timed(builder.command()))
    prove(builder, edited, edit)
    _tell(f"round {number + 1}, {builder.name}, {scenario}: {reading.seconds:.2f} s")
    return reading


def _limits(antiscam: Builder, number: int) -> Iterator[Reading]:
    os.sync()
    yield Reading("copy", "limit", number + 1, copy_seconds(antiscam.out))
    yield Reading("reading", "limit", number + 1, reading_seconds(antiscam.place.world))


def _output(builder: Builder, edited: str) -> Output:
    """Apart from the timing, which looking at the memory would disturb."""
    builder.forget()
    builder.prepare()
    memory = peak_memory(builder.command())
    prove(builder, edited)
    files = [path for path in builder.out.resolve().rglob("*") if path.is_file()]
    _tell(f"{builder.name}: {memory.pss / 1e6:.0f} MB at most, {memory.samples} samples")
    return Output(builder.name, len(files), sum(path.stat().st_size for path in files), memory)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
