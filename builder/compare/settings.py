"""What is the same in all languages, before and after → findings about addresses, switches and keys."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.compare.difference import Corner, Kind, Spot
from builder.compare.finding import Finding
from builder.compare.trees import Leaf, differing

_ADDRESSES: Mapping[str, str] = {
    "base_url": "address of this site",
    "website": "website of the exchange",
    "verify_tool": "where a message of the exchange can be checked",
    "help_centre": "help centre of the exchange",
    "police_portal": "portal for police officers",
}
_SPOT = Corner("", "")


def setting_findings(before: Any, after: Any) -> Iterator[Finding]:
    """Addresses of the exchange, what is turned off or on again, and the keys that clients trust."""
    for leaf in differing(before.get("brand", {}), after.get("brand", {})):
        part = _ADDRESSES.get(leaf.path[0], leaf.path[0])
        yield Finding(Kind.address, Spot(_SPOT, part), leaf.before, leaf.after, folder="site_config.yml")
    for leaf in differing(before.get("off", {}), after.get("off", {})):
        yield _switch(leaf)
    for leaf in differing(before.get("keys", {}), after.get("keys", {})):
        yield _key(leaf)


def _switch(leaf: Leaf) -> Finding:
    items, name = leaf.path
    what = f"The alert “{name}” is" if items == "alerts" else f"All alerts of the group “{name}” are"
    state = "turned off: people see the general warning instead" if leaf.after else "turned on again"
    values = (name, "") if leaf.before else ("", name)
    return Finding(Kind.switch, Spot(_SPOT, ""), *values, sentence=f"{what} {state}.", folder="switches.yml")


def _key(leaf: Leaf) -> Finding:
    party, keyid = leaf.path
    said = f"A key of the {party} is {'trusted no more' if leaf.before else 'newly trusted'}: {keyid}."
    values = (keyid, "") if leaf.before else ("", keyid)
    return Finding(Kind.key, Spot(_SPOT, ""), *values, sentence=said, folder="trust.yml")
