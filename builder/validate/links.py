"""References lead somewhere, and names are unique."""

from collections.abc import Collection, Iterable, Iterator

from builder.model.document import Path
from builder.model.library import SHORT_CODES, Jurisdiction, Library
from builder.model.problem import Problem
from builder.validate.review import Review
from builder.validate.suggestions import did_you_mean, nearest


def references(review: Review) -> Iterator[Problem]:
    """Every name of another entry, contact or locale exists."""
    codes = review.slugs("jurisdictions")
    for file, path, code in _places_named(review.library):
        yield from _unknown(review, file, path, code, codes, "place")
    for scam in review.library.scams.values():
        vector, vectors = scam.facts.example_vector, scam.facts.vectors
        yield from _unknown(review, scam.facts_file, ("example_vector",), vector, vectors, "vector of this scam")
    yield from _of_places(review)
    yield from _of_campaigns(review)


def _places_named(library: Library) -> Iterator[tuple[str, Path, str]]:
    """File, path and code of every place that is named outside campaigns."""
    for partner in library.partners.values():
        yield partner.facts_file, ("jurisdiction",), partner.facts.jurisdiction
    for scam in library.scams.values():
        for number, name in enumerate(scam.facts.official_names):
            yield scam.facts_file, ("official_names", number, "jurisdiction"), name.jurisdiction
    for number, short in enumerate(library.short_codes):
        yield SHORT_CODES, ("short_codes", number, "jurisdiction"), short.jurisdiction


def _of_places(review: Review) -> Iterator[Problem]:
    locales = frozenset(review.library.locales)
    for place in review.library.jurisdictions.values():
        facts, file = place.facts, place.facts_file
        contacts = [contact.id for contact in facts.contacts]
        yield from _unknown(review, file, ("first_call",), facts.first_call, contacts, "contact")
        yield from _unknown_partners(review, place)
        yield from _all_unknown(review, file, "scams", facts.scams, review.slugs("scams"), "scam")
        yield from _all_unknown(review, file, "locales", facts.locales, locales, "language of the site")


def _unknown_partners(review: Review, place: Jurisdiction) -> Iterator[Problem]:
    typed, named, codes = review.library.partners, place.facts.partners, review.slugs("jurisdictions")
    of_place = {slug for slug, partner in typed.items() if partner.facts.jurisdiction == place.slug}
    homeless = {slug for slug, partner in typed.items() if partner.facts.jurisdiction not in codes}
    reported = homeless | (review.slugs("partners") - typed.keys())  # those with problems of their own
    for at, slug in enumerate(named):
        if slug not in reported:
            yield from _unknown(
                review, place.facts_file, ("partners", at), slug, of_place, "partner of this place", named
            )


def _of_campaigns(review: Review) -> Iterator[Problem]:
    codes, scams, campaigns = (review.slugs(folder) for folder in ("jurisdictions", "scams", "campaigns"))
    for campaign in review.library.campaigns.values():
        facts, file = campaign.facts, campaign.facts_file
        yield from _all_unknown(review, file, "jurisdictions", facts.jurisdictions, codes, "place")
        yield from _all_unknown(review, file, "scams", facts.scams, scams, "scam")
        if facts.supersedes:
            others = campaigns - {campaign.slug}
            yield from _unknown(review, file, ("supersedes",), facts.supersedes, others, "other campaign")


def duplicate_ids(review: Review) -> Iterator[Problem]:
    """Contacts, figures, variants and entries of lists of names stand once."""
    site_locales = [locale.code for locale in review.library.config.locales]
    yield from _repeated(review, "site_config.yml", "locales", site_locales, "code")
    short_codes = [f"{code.number} in {code.jurisdiction}" for code in review.library.short_codes]
    yield from _repeated(review, SHORT_CODES, "short_codes", short_codes, "number")
    for scam in review.library.scams.values():
        official = [name.jurisdiction for name in scam.facts.official_names]
        yield from _repeated(review, scam.facts_file, "official_names", official, "jurisdiction")
    for entry in review.library.jurisdictions.values():
        for field in ("contacts", "statistics"):
            yield from _repeated(
                review, entry.facts_file, field, [item.id for item in getattr(entry.facts, field)], "id"
            )
        for field in ("scams", "partners", "locales"):
            yield from _repeated(review, entry.facts_file, field, getattr(entry.facts, field))
    for campaign in review.library.campaigns.values():
        variants = [variant.id for variant in campaign.facts.variants]
        yield from _repeated(review, campaign.facts_file, "variants", variants, "id")
        yield from _repeated(review, campaign.facts_file, "scams", campaign.facts.scams)
        yield from _repeated(review, campaign.facts_file, "jurisdictions", campaign.facts.jurisdictions)
    for page in review.library.pages.values():
        yield from _repeated(review, page.facts_file, "figures", [figure.id for figure in page.facts.figures], "id")


def _unknown(
    review: Review, file: str, path: Path, name: str, known: Iterable[str], what: str, listed: Iterable[str] = ()
) -> Iterator[Problem]:
    """`listed` are names that stand there already, so that none of them can have been meant."""
    if name not in known:
        message = f"There is no {what} called “{name}”."
        place = review.value(file, *path)
        correction = review.instead(place, name, nearest(name, set(known) - set(listed)))
        hint = did_you_mean(name, known) or "Write the name of one that exists, or add it first."
        yield Problem(place, "unknown-reference", message, hint, correction=correction)


def _all_unknown(
    review: Review, file: str, field: str, names: Collection[str], known: Iterable[str], what: str
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        yield from _unknown(review, file, (field, number), name, known, what, names)


def _repeated(review: Review, file: str, field: str, names: Iterable[str], key: str = "") -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            place = review.value(file, field, number, *([key] if key else []))
            hint = f"Give one of the two another “{key}”, or remove it." if key else "Remove one of the two."
            yield Problem(place, "duplicate-id", f"“{name}” stands in “{field}” a second time.", hint)
        seen.add(name)
