"""The page that the form runs in, and what it may load: its own files, and nothing from anywhere else."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "theme" / "admin"
# The scripts of the form that only the preview needs.
PREVIEW_ONLY = ("bridge", "strip")
# The form makes style elements and sets styles while it runs, hence 'unsafe-inline' for styles and for nothing else.
# It fetches pictures that it carries itself as data: addresses.
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self' data:",
    "base-uri": "'none'",
    "form-action": "'none'",
}


def files() -> Mapping[str, Path]:
    """The files of the form by their paths below its folder; nothing else is ever given to a browser."""
    return {path.relative_to(FOLDER).as_posix(): path for path in sorted(FOLDER.rglob("*")) if path.is_file()}


def policy(services: tuple[str, ...] = ()) -> str:
    """A Content-Security-Policy. `services` are the origins that the form may talk to beside its own."""
    allowed = {**_POLICY, "connect-src": " ".join([_POLICY["connect-src"], *services])}
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def headers(services: tuple[str, ...] = ()) -> dict[str, str]:
    """What the page and its files are sent with. That a page cannot be framed, only a header can say."""
    return {
        "Content-Security-Policy": f"{policy(services)}; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def page(*, token: str = "", meta_policy: str = "") -> str:
    """index.html. With a token the form works on the files of the preview that gave it; without, on a git host."""
    told = f'<meta name="antiscam-token" content="{escape(token)}">' if token else ""
    if meta_policy:
        told += f'<meta http-equiv="Content-Security-Policy" content="{escape(meta_policy)}">'
    scripts = "\n".join(f'<script src="{name}.js"></script>' for name in PREVIEW_ONLY) if token else ""
    text = (FOLDER / "index.html").read_text("utf-8")
    return text.replace("<!-- told -->", told).replace("<!-- bridge -->", scripts)
