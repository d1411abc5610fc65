"""Keys that a machine makes for its own builds. What they sign says so, and no production build takes it."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec

from builder.keys.pem import loaded, written
from builder.keys.private import KeyUnusable, PrivateKey
from builder.model.trust import Keys


def development_keys(folder: Path) -> Keys:
    """One key for each part, made on the first build of a machine and kept in its user's own folder."""
    latest, exchange, police = (_key(folder / f"development-{part}.pem") for part in ("latest", "exchange", "police"))
    return Keys(latest, {"exchange": exchange, "police": police}, development=True)


def passing_keys() -> Keys:
    """Keys that are never written down."""
    latest, exchange, police = (PrivateKey(ec.generate_private_key(ec.SECP256R1())) for _ in range(3))
    return Keys(latest, {"exchange": exchange, "police": police}, development=True)


def _key(path: Path) -> PrivateKey:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        content = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise KeyUnusable(f"{path} cannot be read: {error.strerror}.") from error
    if content is None:
        return written(path, "ES256")
    try:
        return loaded(content, None)
    except (ValueError, TypeError, KeyUnusable) as error:
        raise KeyUnusable(f"{path} is damaged. Remove it: the next build makes a new one.") from error
