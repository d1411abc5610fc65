"""All cases, a module per topic."""

from tests.conformance.cases import bundles, chain, keys, languages, sessions, signatures, spelling, statements, times
from tests.conformance.changes import Case

CASES: tuple[Case, ...] = (
    *chain.CASES,
    *signatures.CASES,
    *keys.CASES,
    *statements.CASES,
    *times.CASES,
    *spelling.CASES,
    *bundles.CASES,
    *languages.CASES,
    *sessions.CASES,
)
