"""Makes every mistake and shows which test noticed it: `python -m tests.mutants [PART-OF-A-NAME ...]`."""

import sys
from concurrent.futures import ThreadPoolExecutor

from tests.mutants.killing import killer
from tests.mutants.mutant import Mutant, mutants

LEAST_KILLED = 0.95


def main() -> None:
    wanted = sys.argv[1:] or [""]
    chosen = [one for one in mutants() if any(part in _name(one) for part in wanted)]
    killed = 0
    with ThreadPoolExecutor(2) as pool:
        for mutant, by in zip(chosen, pool.map(killer, chosen), strict=True):
            _say(f"{_name(mutant):62} {'SURVIVED' if by is None else f'killed by {by}'}")
            killed += by is not None
    _say(f"{killed} of {len(chosen)} killed, {killed / len(chosen):.1%}.")
    if killed < LEAST_KILLED * len(chosen):
        sys.exit("Too many mistakes would not be noticed.")


def _name(mutant: Mutant) -> str:
    return f"{mutant.file.name}: {mutant.why}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


main()
