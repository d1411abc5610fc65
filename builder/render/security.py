"""The Content-Security-Policy: everything first-party, and only the inline scripts we know by hash.

A page says it itself in a `meta` element, so that it holds on any host; the header says it for the whole site.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLACE = "<!-- content-security-policy -->"


def with_policy(html: str) -> str:
    """The page with its policy in place of the layout's marker."""
    content = policy(inline_scripts(html))
    return html.replace(_PLACE, f'<meta http-equiv="Content-Security-Policy" content="{content}">', 1)


def inline_scripts(html: str) -> frozenset[str]:
    """Material's few inline scripts, each as a policy names it: `'sha256-…'`."""
    return frozenset(f"'sha256-{_digest(script)}'" for script in _INLINE_SCRIPT.findall(html))


def policy(scripts: Iterable[str]) -> str:
    """What a page may do. `theme/guard.js` makes the one policy for Trusted Types that has this name."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *sorted(scripts))),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        )
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
