"""What a party is asked to sign, in words."""

import hashlib
from collections.abc import Iterator

from rich.text import Text

from builder.approval.changes import dangerous_changes, worded_changes
from builder.approval.signing import Asked


def approval_lines(request: Asked) -> Iterator[Text]:
    """What a party is asked to sign: every number and address that differs first, then the words of each language."""
    content, before, statement = request.proposal.content, request.before, request.proposal.statement
    yield Text(f"{statement.jurisdiction}, release {statement.version}, valid until {statement.expires:%Y-%m-%d}.")
    yield Text("Compared with the last approved release." if before else "Nothing was approved before: all is new.")
    facts = dangerous_changes(before, content)
    yield Text(f"\nNumbers, addresses and dates that differ: {len(facts)}", style="bold")
    for change in facts:
        yield Text.assemble(f"  {change.where}: ", (change.before, "red"), " → ", (change.after or "nothing", "green"))
    for locale, words in worded_changes(before, content).items():
        yield Text(f"\nTexts in {locale} that differ: {len(words)}", style="bold")
        for change in words:
            yield Text.assemble((f"  {change.where}", "dim"))
            yield from (Text(f"    - {text}", style="red") for text in (change.before,) if text)
            yield from (Text(f"    + {text}", style="green") for text in (change.after,) if text)
    for locale, bundle in content.bundles.items():
        yield Text(f"{locale}.json: {len(bundle):,} bytes, SHA-256 {hashlib.sha256(bundle).hexdigest()}", style="dim")
