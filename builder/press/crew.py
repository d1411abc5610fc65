"""Portions shared among processes, one for each core."""

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_all_start_methods, get_context, parent_process
from threading import Thread, active_count

from builder.press.base import Layout
from builder.press.division import Portion
from builder.press.workbench import Workbench, Worked

# Fewer are done sooner here than by processes that have to be started: by copying this one, or from nothing.
_FEWEST_TO_SHARE = {"fork": 4, "spawn": 40}
# Of more than these a process would have forgotten most when it needs it again.
_MOST_TO_LEARN = 20
# So small that no process is left alone with the last batch, so large that little is said between processes.
_BATCHES_EACH = 12

_standing: ProcessPoolExecutor | None = None
_is_learning = False
_bench: Workbench
_layout: Layout | None


def worked(bench: Workbench, portions: tuple[Portion, ...], layout: Layout | None) -> Iterator[Worked]:
    """Every portion checked, in any order, and its files put where they belong; without a layout only checked."""
    global _standing  # noqa: PLW0603 # reason: one process has one crew
    hands, method = min(_cores(), len(portions)), _start_method()
    if _standing and len(portions) > 1:
        try:
            yield from _by_standing(_standing, bench, portions, layout)
        except BrokenProcessPool:  # somebody has ended one of them: from now on it is done without them
            _standing = None
        else:
            return
    if hands < 2 or len(portions) < _FEWEST_TO_SHARE[method] or (_is_learning and len(portions) <= _MOST_TO_LEARN):
        yield from (_one(bench, portion, layout) for portion in portions)
        return
    size = -(-len(portions) // (hands * _BATCHES_EACH))
    batches = [portions[start : start + size] for start in range(0, len(portions), size)]
    with ProcessPoolExecutor(hands, get_context(method), _prepare, (bench, layout)) as pool:
        for done in as_completed([pool.submit(_work, batch) for batch in batches]):
            yield from done.result()


def _by_standing(
    standing: ProcessPoolExecutor, bench: Workbench, portions: tuple[Portion, ...], layout: Layout | None
) -> list[Worked]:
    """All of it or, with BrokenProcessPool, nothing."""
    at_work = [standing.submit(_one, bench, portion, layout and layout.of(portion.name)) for portion in portions]
    return [each.result() for each in as_completed(at_work)]


@contextmanager
def learning() -> Iterator[None]:
    """Makes a few chapters in this process while the block runs, so that copies of it know them already."""
    global _is_learning  # noqa: PLW0603 # reason: one process has one crew
    _is_learning = True
    try:
        yield
    finally:
        _is_learning = False


@contextmanager
def standing_by() -> Iterator[None]:
    """Keeps a process for each core at hand while the block runs: for a preview, which makes a few chapters each time.

    Begin it before there are other threads, and after a first build: what that has learnt goes along.
    """
    global _standing  # noqa: PLW0603 # reason: one process has one crew
    if _cores() < 2:
        yield
        return
    # What is known now stays; looking for waste in it would take longer than an edit does, in every process.
    gc.collect()
    gc.freeze()
    with ProcessPoolExecutor(_cores(), get_context(_start_method()), _follow_parent) as _standing:
        _standing.submit(_cores).result()
        try:
            yield
        finally:
            _standing = None


def _follow_parent() -> None:
    """Ends with the process that started this one, however that ends; an interrupt is meant for that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(0)


def _start_method() -> str:
    """A copy of a process takes none of its threads along, nor what they hold."""
    return "fork" if "fork" in get_all_start_methods() and active_count() == 1 else "spawn"


def _cores() -> int:
    """How many of the machine's cores are ours."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _one(bench: Workbench, portion: Portion, layout: Layout | None) -> Worked:
    """The library is left out: it is large, and nobody needs it any more."""
    worked = bench.made(portion, layout.put(portion.name)) if layout else bench.checked(portion, {})
    return replace(worked, library=None)


def _prepare(bench: Workbench, layout: Layout | None) -> None:
    """What a process needs for all of its work, set once at its start."""
    global _bench, _layout
    _bench, _layout = bench, layout


def _work(batch: tuple[Portion, ...]) -> list[Worked]:
    return [_one(_bench, portion, _layout) for portion in batch]
