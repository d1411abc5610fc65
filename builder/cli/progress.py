"""A bar while a long build runs."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from builder.press.outcome import Progress


@contextmanager
def progress_on_a_terminal() -> Iterator[Progress]:
    """Draws a bar on a terminal, says nothing elsewhere.

    The bar begins with the first chapter: it has a thread of its own, and by then all processes have been started.
    """
    with ExitStack() as stack:
        drawn: list[Progress] = []

        def progress(done: int, total: int) -> None:
            if not drawn:
                drawn.append(stack.enter_context(_bar()))
            drawn[0](done, total)

        yield progress if sys.stderr.isatty() else _silent


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.progress import Progress as Bar

    from builder.report.excerpts import stderr_console

    with Bar(console=stderr_console(), transient=True) as bar:
        task = bar.add_task("Chapters", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _silent(_done: int, _total: int) -> None:
    """No one watches."""
