"""What a party is asked to sign, in words."""

import hashlib
from collections.abc import Iterator

from rich.text import Text

from builder.approval.signing import Asked
from builder.compare import compare, state_of_candidate
from builder.report.differences import difference_lines


def approval_lines(request: Asked) -> Iterator[Text]:
    """What a party is asked to sign: what differs, in the words and the order of “diff”, then the digests.

    All of it is read from the very bytes that are signed.
    """
    content, before, statement = request.proposal.content, request.before, request.proposal.statement
    yield Text(f"{statement.jurisdiction}, release {statement.version}, valid until {statement.expires:%Y-%m-%d}.")
    yield Text("Compared with the last approved release." if before else "Nothing was approved before: all is new.")
    yield from difference_lines(compare(state_of_candidate(before), state_of_candidate(content), in_full=True))
    for locale, bundle in content.bundles.items():
        yield Text(f"{locale}.json: {len(bundle):,} bytes, SHA-256 {hashlib.sha256(bundle).hexdigest()}", style="dim")
