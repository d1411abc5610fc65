"""A published site, processes that are attacked while they publish it, and a judge of what readers see then."""

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from builder.emit import LEAST, emit, rollback
from builder.model.output import CannotPublish
from tests.faults.numbered import numbered, whole
from tests.faults.steps import Fault, Steps
from tests.faults.tally import Tally

UNTOUCHED, FINISHED, REFUSED, UNCONFIRMED, INTERRUPTED, CRASHED, EITHER = range(7)
KILLED = -signal.SIGKILL

Action = Callable[[], object]


class Ground:
    """A folder with a site of so many files."""

    def __init__(self, folder: Path, steps: Steps, files: int, *, durable: bool = False) -> None:
        self.out = folder / "public" / "site"
        self.out.parent.mkdir(parents=True)
        self.builds = self.out.parent / ".site.builds"
        self.tally = Tally()
        self.files = files
        self._steps = steps
        self._durable = durable
        self._number = 0
        self.live: int | None = None  # what the last run of this process published

    def publish(self, inspect: Callable[[Path], None] = lambda _: None) -> None:
        """The next build. An attacked child counts on for itself only; its parent calls `skip`."""
        number = self.skip()
        emit(numbered(number, self.files), self.out, durable=self._durable, inspect=inspect)
        self.live = number

    def publish_the_one_after(self) -> None:
        self.skip()
        self.publish()

    def publish_or_hear(self, sentence: str) -> None:
        """The only refusal that is right is the one that says this."""
        try:
            self.publish()
        except CannotPublish as error:
            if sentence not in str(error):
                raise AssertionError(error) from error
            raise

    def skip(self) -> int:
        self._number += 1
        return self._number

    def clear(self) -> None:
        """As if nothing had ever been published."""
        self.live = None
        shutil.rmtree(self.out.parent)
        self.out.parent.mkdir()

    def rollback(self) -> None:
        rollback(self.out)

    def steps_of(self, action: Action) -> int:
        before = self._steps.taken
        action()
        return self._steps.taken - before

    def start(self, action: Action, fault: Fault | None = None, at: int = 0, *, lasting: bool = False) -> int:
        """A child that does it, with a fault at one of its steps; its exit code says how it went."""
        child = os.fork()
        if child == 0:
            if fault:
                self._steps.arm(fault, at, lasting=lasting)
            os._exit(self._outcome(action))
        return child

    def _outcome(self, action: Action) -> int:
        try:
            action()
        except CannotPublish as error:
            return UNCONFIRMED if "shows another build now" in str(error) else REFUSED
        except KeyboardInterrupt:
            return INTERRUPTED
        except BaseException:  # noqa: BLE001 # reason: whatever it is, the parent must hear of it
            sys.stderr.write(traceback.format_exc())
            return CRASHED
        return FINISHED if self._steps.reached else UNTOUCHED

    def names(self) -> list[str]:
        return sorted(path.name for path in self.builds.iterdir()) if self.builds.exists() else []

    def history(self) -> dict[str, int | None]:
        """Every build by its name, with the number that its files carry."""
        return {build.name: whole(build, self.files) for build in self.builds.glob("build-*")}

    def earlier(self) -> int | None:
        """The number of the build that a rollback should go to."""
        live = self.out.readlink().name
        return max(number or 0 for name, number in self.history().items() if name < live)

    def judge(self, outcome: int, old: int | None, new: int | None, names: list[str], *, tidy: bool = True) -> None:
        """Right after an attack. `names`: what the folder of builds held before it; `old` is None where no site was.

        `tidy`: the run could still clear away what it had begun.
        """
        if outcome == CRASHED:
            raise AssertionError("the attacked process crashed; see above")
        tally, history = self.tally, self.history()
        found = self.out.exists()
        seen = history[self.out.readlink().name] if found else None
        tally.runs += 1
        tally.lost += not found and old is not None
        tally.old += seen == old
        tally.new += found and seen == new
        tally.mixed += (found and seen not in {old, new}) + sum(number is None for number in history.values())
        said = {UNTOUCHED: new, FINISHED: new, REFUSED: old, UNCONFIRMED: new}.get(outcome, seen)
        tally.lied += seen != said
        if outcome == REFUSED and tidy:
            tally.left += self.names() not in (names, ["lock"])
        elif outcome in {UNTOUCHED, FINISHED} and tidy:
            tally.left += not {"staging", "next", "discarded"}.isdisjoint(self.names())

    def recover(self) -> None:
        """The next run must succeed and clear away everything."""
        self.publish()
        self.tally.mixed += whole(self.out.resolve(), self.files) != self.live
        builds = [name for name in self.names() if name != "lock"]
        tidy = len(builds) <= LEAST and all(name.startswith("build-") for name in builds)
        self.tally.left += not tidy or set(self.out.parent.iterdir()) != {self.builds, self.out}


def ended(child: int) -> int:
    """Waits for a child; its exit code, or the signal that killed it as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
