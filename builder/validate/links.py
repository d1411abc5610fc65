"""References lead somewhere, names are unique, folders are called what their facts say."""

from collections.abc import Iterable, Iterator

from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean


def folder_names(review: Review) -> Iterator[Problem]:
    """A jurisdiction's folder is its code."""
    for entry in review.library.jurisdictions.values():
        if entry.facts.code != entry.slug:
            message = f"The code “{entry.facts.code}” stands in the folder “{entry.slug}”."
            hint = f"Write {entry.slug}, or rename the folder to {entry.facts.code}."
            yield Problem(review.value(entry.facts_file, "code"), "wrong-folder", message, hint)


def references(review: Review) -> Iterator[Problem]:
    """Every name of another entry, contact or locale exists."""
    library, locales = review.library, frozenset(review.library.locales)
    codes = review.slugs("jurisdictions")
    for partner in library.partners.values():
        yield from _unknown(review, partner.facts_file, ("jurisdiction",), partner.facts.jurisdiction, codes)
    for scam in library.scams.values():
        for number, name in enumerate(scam.facts.official_names):
            path = ("official_names", number, "jurisdiction")
            yield from _unknown(review, scam.facts_file, path, name.jurisdiction, codes)
    for place in library.jurisdictions.values():
        facts, file = place.facts, place.facts_file
        contacts = [contact.id for contact in facts.contacts]
        yield from _unknown(review, file, ("first_call",), facts.first_call, contacts)
        yield from _all_unknown(review, file, "partners", facts.partners, review.slugs("partners"))
        yield from _all_unknown(review, file, "scams", facts.scams, review.slugs("scams"))
        yield from _all_unknown(review, file, "locales", facts.locales, locales)
    for campaign in library.campaigns.values():
        facts_, file = campaign.facts, campaign.facts_file
        campaigns = review.slugs("campaigns")
        yield from _all_unknown(review, file, "jurisdictions", facts_.jurisdictions, codes)
        yield from _all_unknown(review, file, "scams", facts_.scams, review.slugs("scams"))
        if facts_.supersedes:
            yield from _unknown(review, file, ("supersedes",), facts_.supersedes, campaigns - {campaign.slug})


def duplicate_ids(review: Review) -> Iterator[Problem]:
    """Contacts, figures, variants and entries of lists of names stand once."""
    for entry in review.library.jurisdictions.values():
        for field in ("contacts", "statistics"):
            yield from _repeated(review, entry.facts_file, field, [item.id for item in getattr(entry.facts, field)], "id")
        for field in ("scams", "partners", "locales"):
            yield from _repeated(review, entry.facts_file, field, getattr(entry.facts, field))
    for campaign in review.library.campaigns.values():
        variants = [variant.id for variant in campaign.facts.variants]
        yield from _repeated(review, campaign.facts_file, "variants", variants, "id")
        yield from _repeated(review, campaign.facts_file, "scams", campaign.facts.scams)
    for page in review.library.pages.values():
        yield from _repeated(review, page.facts_file, "figures", [figure.id for figure in page.facts.figures], "id")


def _unknown(
    review: Review, file: str, path: tuple[str | int, ...], name: str, known: Iterable[str]
) -> Iterator[Problem]:
    if name not in known:
        message = f"Nothing here is called “{name}”."
        yield Problem(review.value(file, *path), "unknown-reference", message, did_you_mean(name, known))


def _all_unknown(
    review: Review, file: str, field: str, names: Iterable[str], known: Iterable[str]
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        yield from _unknown(review, file, (field, number), name, known)


def _repeated(review: Review, file: str, field: str, names: Iterable[str], key: str = "") -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            place = review.value(file, field, number, *([key] if key else []))
            yield Problem(place, "duplicate-id", f"“{name}” stands in “{field}” a second time.", "Remove one of the two.")
        seen.add(name)
