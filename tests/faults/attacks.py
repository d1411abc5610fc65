"""One fault after the other, until there is no step left to put it at."""

import itertools
import os
import random
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.faults.control import copy_in_place
from tests.faults.ground import EITHER, UNTOUCHED, Action, Ground, ended
from tests.faults.numbered import numbered
from tests.faults.reader import Reader
from tests.faults.steps import Fault


@contextmanager
def watched(ground: Ground) -> Iterator[Reader]:
    """A site with a history, and somebody who reads it all the while."""
    ground.publish()
    ground.publish()
    with Reader.on(ground.out, ground.files) as reader:
        yield reader
        ground.tally.passes, ground.tally.torn, ground.tally.missing = reader.passes, reader.mixed, reader.missing


def every_step(ground: Ground, fault: Fault, *, lasting: bool = False) -> None:
    """Publishes as often as a build has steps; each time the fault comes one step later."""
    _at_steps(ground, fault, itertools.count(1), lasting=lasting)


def some_steps(ground: Ground, fault: Fault, runs: int) -> None:
    """So many, spread evenly over a build."""
    for _ in range(3):  # from the third on, every build also removes one
        total = ground.steps_of(ground.publish)
    _at_steps(ground, fault, [1 + total * run // runs for run in range(runs)])


def _at_steps(ground: Ground, fault: Fault, at: Iterable[int], *, lasting: bool = False) -> None:
    with watched(ground) as reader:
        for step in at:
            reader.settle()
            old, names = ground.live, ground.names()
            outcome = ended(ground.start(ground.publish, fault, step, lasting=lasting))
            ground.judge(outcome, old, ground.skip(), names, tidy=not lasting)
            reader.settle()
            ground.recover()
            if outcome == UNTOUCHED:
                return


def every_step_of_the_first(ground: Ground, fault: Fault) -> None:
    """There is no site yet: afterwards there is none, or a whole one."""
    for step in itertools.count(1):
        outcome = ended(ground.start(ground.publish, fault, step))
        ground.judge(outcome, None, ground.skip(), [])
        ground.recover()
        ground.clear()
        if outcome == UNTOUCHED:
            return


def every_step_of_a_rollback(ground: Ground, fault: Fault) -> None:
    """The link shows the build of now or the one before it."""
    with watched(ground) as reader:
        for step in itertools.count(1):
            reader.settle()
            old, new, names = ground.live, ground.earlier(), ground.names()
            outcome = ended(ground.start(ground.rollback, fault, step))
            ground.judge(outcome, old, new, names)
            reader.settle()
            ground.recover()
            if outcome == UNTOUCHED:
                return


def random_moments(ground: Ground, runs: int, publish: Action | None = None) -> None:
    """kill -9 from outside, at any time of a run and a little after it."""
    publish = publish or ground.publish
    with watched(ground) as reader:
        begun = time.perf_counter()
        publish()
        length, moment = time.perf_counter() - begun, random.Random()
        for _ in range(runs):
            reader.settle()
            old, names = ground.live, ground.names()
            child = ground.start(publish)
            time.sleep(moment.uniform(0, length * 1.2))
            os.kill(child, signal.SIGKILL)
            ground.judge(ended(child), old, ground.skip(), names)
            reader.settle()
            ground.recover()


def copied_in_place(ground: Ground, runs: int) -> None:
    """The control: it must be found wanting."""
    random_moments(ground, runs, lambda: copy_in_place(numbered(ground.skip(), ground.files), ground.out))


def two_at_once(ground: Ground, runs: int) -> None:
    """Both end well, one after the other. No reader: two builds may pass within one look."""
    for _ in range(runs):
        children = ground.start(ground.publish), ground.start(ground.publish_the_one_after)
        assert [ended(child) for child in children] == [UNTOUCHED, UNTOUCHED]
        ground.judge(EITHER, ground.skip(), ground.skip(), [])
        ground.recover()


def killed_before_a_waiting_one(ground: Ground, runs: int) -> None:
    """The owner of the lock dies, and leaves its lock file; the one that waits publishes."""
    with watched(ground) as reader:
        for _ in range(runs):
            reader.settle()
            old = ground.live
            inside, tell = os.pipe()
            owner = ground.start(partial(ground.publish, partial(_stay, tell)))
            os.read(inside, 1)
            waiting = ground.start(ground.publish)
            os.kill(owner, signal.SIGKILL)
            ended(owner)
            ground.judge(ended(waiting), old, ground.skip(), [])
            ground.recover()
            os.close(inside)
            os.close(tell)


def _stay(tell: int, _staging: Path) -> None:
    os.write(tell, b"!")
    time.sleep(600)
