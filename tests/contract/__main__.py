"""`python -m tests.contract`: what changed in the contract since its last release; `--release` writes the new one."""

import argparse
import sys

from builder.model.order import Order
from builder.pipeline import make
from tests.conftest import GOLDEN, TODAY
from tests.contract.released import RELEASED, changes, published_schemas, released_schemas, write_release
from tests.parties import PARTIES

_REFUSED = """\
A change that breaks readers belongs into v2, beside v1. Nothing was written.
Only before anybody has relied on version 1: remove contract/v1/ and run this again.
"""


def main() -> int:
    """Prints every change; 1 if one of them breaks a reader."""
    parser = argparse.ArgumentParser(prog="python -m tests.contract", description=__doc__)
    parser.add_argument("--release", action="store_true", help="write the schemas as released, unless a reader breaks")
    release = parser.parse_args().release
    published = published_schemas(make(Order(GOLDEN, TODAY), PARTIES).files)
    found = sorted(changes(released_schemas(), published), key=lambda change: not change.breaking)
    for change in found:
        sys.stdout.write(f"{'breaking' if change.breaking else 'additive'}  {change}\n")
    broken = sum(change.breaking for change in found)
    sys.stdout.write(f"{broken} breaking, {len(found) - broken} additive, in {len(published)} schemas.\n")
    if broken:
        sys.stderr.write(_REFUSED if release else "")
        return 1
    if release:
        write_release(published)
        sys.stdout.write(f"Written to {RELEASED.relative_to(RELEASED.parents[1])}/.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
