"""The page's own Content-Security-Policy: everything first-party, and only the inline scripts we know by hash."""

import base64
import hashlib
import re

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLACE = "<!-- content-security-policy -->"


def with_policy(html: str) -> str:
    """The page with its policy in place of the layout's marker; Material's few inline scripts are named by digest."""
    hashes = " ".join(sorted({f"'sha256-{_digest(script)}'" for script in _INLINE_SCRIPT.findall(html)}))
    policy = (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'"
    )
    return html.replace(_PLACE, f'<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
