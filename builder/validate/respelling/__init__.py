"""A value that was refused → the values of the right form that may have been meant, the likeliest first."""

from collections.abc import Callable, Iterable, Mapping

from builder.model.codes import Code
from builder.validate.respelling.addresses import hosts, urls
from builder.validate.respelling.names import booleans, jurisdictions, locales, slugs, units
from builder.validate.respelling.numbers import numbers, phone_numbers
from builder.validate.respelling.times import dates, hours
from builder.validate.suggestions import Meant

# Spaces, and quotation marks that a word processor made of straight ones.
_AROUND = " \t\n\xa0\"'“”„‟‘’«»"
# No date, name or number is nearly as long; on what was pasted in instead, no pattern is tried.
_LONGEST = 1_000
_RESPELLED: Mapping[Code, tuple[Callable[[str], Iterable[Meant]], ...]] = {
    "bad-boolean": (booleans,),
    "bad-date": (dates,),
    "bad-hours": (hours,),
    "bad-jurisdiction": (jurisdictions,),
    "bad-locale": (locales,),
    "bad-name": (slugs,),
    "bad-number": (numbers,),
    "invalid-phone": (phone_numbers,),
    "unknown-value": (units,),
    "unsafe-address": (urls, hosts),
}


def respelled(code: Code, given: str) -> Iterable[Meant]:
    """What may have been meant by a value; the caller tries each of them, since a form may have further rules."""
    for ways in _RESPELLED.get(code, ()) if len(given) <= _LONGEST else ():
        yield from ways(given.strip(_AROUND))
