"""Around the pure stages: what is due, shared over the cores, and remembered in a ledger.

The only place that knows of parallel work and of earlier builds. Whatever is made here is, byte for byte, what
`pipeline.make` makes in memory and from nothing. What has nothing to do loads hardly anything.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from builder.emit import standing_build
from builder.model.order import Order
from builder.model.output import CannotPublish
from builder.model.suppressed import Findings
from builder.press.ledger import NOTHING, read
from builder.press.outcome import KeyRing, Outcome, Progress, findings_of, standing
from builder.press.survey import Comparison, Known


def build(order: Order, ring: KeyRing, out: Path, progress: Progress, *, cold: bool = False) -> Outcome:
    """Publishes the site and the bundles at `out`, whole or not at all; does only what has changed since the last time.

    `cold` makes everything anew.
    """
    last, kept = standing_build(out)
    ledger = read(kept) if last and not cold else NOTHING
    found = Comparison(order, ledger)
    if last and ring.mark and ring.mark == ledger.ring and found.holds(last):
        return standing(ledger)
    from builder.press.building import build_anew

    return build_anew(order, ring, out, progress, Known(last, ledger, found.survey(last)))


def build_shard(order: Order, places: Collection[str], out: Path, progress: Progress) -> Outcome:
    """Publishes the files of some jurisdictions at `out`, as a part of a build that other machines share."""
    from builder.press.shards import build_shard as build_it

    return build_it(order, places, out, progress)


def assemble(order: Order, ring: KeyRing, shards: Iterable[Path], out: Path, progress: Progress) -> Outcome:
    """Publishes shards as one site at `out`: the very bytes of one build."""
    from builder.press.shards import assemble as assemble_it

    return assemble_it(order, ring, shards, out, progress)


def check(order: Order, out: Path) -> Findings:
    """All problems of the content. What a build at `out` found in order, and did not change, is not read again."""
    try:
        ledger = read(standing_build(out)[1])
    except CannotPublish:
        ledger = NOTHING
    found = Comparison(order, ledger)
    if found.holds(None):
        return findings_of(ledger.entries.values())
    from builder.press.checking import check_anew

    return check_anew(order, ledger, found.survey(None))
