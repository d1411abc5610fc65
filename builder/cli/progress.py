"""A bar while a long build runs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from builder.press.outcome import Progress


@contextmanager
def progress_on_a_terminal() -> Iterator[Progress]:
    """Draws the bar on a terminal, from the first chapter on; says nothing elsewhere."""
    if not sys.stderr.isatty():
        yield _silent
        return
    from rich.progress import Progress as Bar

    from builder.report.excerpts import stderr_console

    with Bar(console=stderr_console(), transient=True) as bar:
        task = bar.add_task("Chapters", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _silent(_done: int, _total: int) -> None:
    """No one watches."""
