"""The kinds of attack, and how long each goes on in brief and at length."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.faults import attacks, environment
from tests.faults.steps import die, interrupt, refuse

FEW, MANY = 8, 1000
CONTROL = "control: copying in place"


@dataclass(frozen=True)
class Kind:
    """An attack on builds of so many files.

    `runs`: how many in brief and at length; None where the attack itself knows, as it puts a fault at every step.
    """

    attack: Callable[..., None]
    files: int = FEW
    durable: bool = False
    runs: tuple[int, int] | None = None
    mounts: bool = False


_fail = refuse(errno.EIO)
_at_some_steps = partial(attacks.some_steps, fault=die)
_of_bytes, _of_names = environment.full_of_bytes, environment.full_of_names

KINDS = {
    "kill -9 at every step": Kind(partial(attacks.every_step, fault=die)),
    "kill -9 at every step, durable": Kind(partial(attacks.every_step, fault=die), durable=True),
    "kill -9 at every step of the first build": Kind(partial(attacks.every_step_of_the_first, fault=die)),
    "kill -9 at every step of a rollback": Kind(partial(attacks.every_step_of_a_rollback, fault=die)),
    "kill -9 at steps of 1,000 files": Kind(_at_some_steps, MANY, runs=(15, 300)),
    "kill -9 at steps of 1,000 files, durable": Kind(_at_some_steps, MANY, durable=True, runs=(5, 60)),
    "kill -9 at random, 1,000 files": Kind(attacks.random_moments, MANY, runs=(15, 300)),
    "kill -9 at random, 1,000 files, durable": Kind(attacks.random_moments, MANY, durable=True, runs=(5, 60)),
    "kill -9 while another waits": Kind(attacks.killed_before_a_waiting_one, MANY, runs=(4, 30)),
    "two at once": Kind(attacks.two_at_once, MANY, runs=(4, 30)),
    "I/O error at every step": Kind(partial(attacks.every_step, fault=_fail)),
    "I/O error at every step, durable": Kind(partial(attacks.every_step, fault=_fail), durable=True),
    "I/O errors from every step on": Kind(partial(attacks.every_step, fault=_fail, lasting=True)),
    "I/O error at every step of the first build": Kind(partial(attacks.every_step_of_the_first, fault=_fail)),
    "I/O error at every step of a rollback": Kind(partial(attacks.every_step_of_a_rollback, fault=_fail)),
    "Ctrl+C at every step": Kind(partial(attacks.every_step, fault=interrupt)),
    "disk full of bytes": Kind(_of_bytes, runs=(20, 100), mounts=True),
    "disk full of bytes, 1,000 files": Kind(_of_bytes, MANY, runs=(5, 40), mounts=True),
    "disk full of names": Kind(_of_names, runs=(40, 100), mounts=True),
    "disk full of names, 1,000 files": Kind(_of_names, MANY, runs=(5, 40), mounts=True),
    "disk read-only": Kind(environment.read_only, MANY, mounts=True),
    "builds on another disk": Kind(environment.elsewhere, MANY, mounts=True),
    "user may not write": Kind(environment.unwritable, MANY),
    CONTROL: Kind(attacks.copied_in_place, MANY, runs=(12, 60)),
}
