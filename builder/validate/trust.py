"""Keys in `trust.yml` are what they say, and no key speaks for two parties."""

from collections.abc import Iterator

from builder.model.content.trust import TrustedKey
from builder.model.document import Path
from builder.model.problem import Problem
from builder.model.trust import PublicKey
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean, nearest

TRUST = "trust.yml"


def keys(review: Review) -> Iterator[Problem]:
    """Every key can be used, and stands once: a key shared by two parties would sign for both."""
    seen: dict[str, Path] = {}
    for path, trusted in _keys(review):
        place = review.value(TRUST, *path, "keyid")
        if trusted.keyid in seen:
            message = "This key stands here a second time; each party has keys of its own."
            yield Problem(place, "duplicate-id", message, "Remove one of the two.")
        seen[trusted.keyid] = path
        if fault := _fault_of(trusted.key):
            yield Problem(place, "bad-key", fault, "Copy the entry again as “antiscam key show” prints it.")


def _fault_of(key: PublicKey) -> str:
    """Why a key cannot be used, or nothing."""
    from builder.keys.checking import public_key  # noqa: PLC0415 # reason: slow to load, and most have no key yet
    from builder.keys.private import KeyUnusable  # noqa: PLC0415 # reason: slow to load, and most have no key yet

    try:
        public_key(key)
    except KeyUnusable as error:
        return str(error)
    return ""


def parties(review: Review) -> Iterator[Problem]:
    """Police keys are those of a partner of that jurisdiction."""
    partners = review.slugs("partners")
    for code, police in review.library.trust.police.items():
        if code not in review.slugs("jurisdictions"):
            yield _no_such_place(review, code)
            continue
        typed = review.library.partners
        of_place = {slug for slug, partner in typed.items() if partner.facts.jurisdiction == code}
        broken = partners - typed.keys()  # reported already
        if police.partner not in of_place | broken:
            place = review.value(TRUST, "police", code, "partner")
            message = f"“{police.partner}” is no partner of {code}."
            known = of_place or partners
            correction = review.instead(place, police.partner, nearest(police.partner, of_place))
            hint = did_you_mean(police.partner, known) or "Write the name of a folder in content/partners/."
            yield Problem(place, "unknown-reference", message, hint, correction=correction)


def _no_such_place(review: Review, code: str) -> Problem:
    place, known = review.key(TRUST, "police", code), review.slugs("jurisdictions")
    message, hint = f"There is no place called “{code}”.", did_you_mean(code, known)
    meant = nearest(code, known - review.library.trust.police.keys())
    return Problem(place, "unknown-reference", message, hint, correction=review.instead(place, code, meant))


def _keys(review: Review) -> Iterator[tuple[Path, TrustedKey]]:
    trust = review.library.trust
    yield from (
        ((party, number), key) for party in ("latest", "exchange") for number, key in enumerate(getattr(trust, party))
    )
    for code, police in trust.police.items():
        yield from ((("police", code, "keys", number), key) for number, key in enumerate(police.keys))
