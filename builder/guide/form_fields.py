"""A model → the fields of a form: labels, hints, choices and limits, lists and groups as they are nested."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from builder.guide.annotations import fields_of as written_order
from builder.guide.form_ground import Entry, Ground
from builder.guide.form_values import Shape, Widget, choose, counted, one_value, shape
from builder.guide.form_words import choice, label, language, singular, titled, without_files
from builder.guide.hints import Hint, hint_of
from builder.model.content.campaign import CampaignFacts
from builder.model.content.config import SiteLocale
from builder.model.content.jurisdiction import JurisdictionFacts
from builder.model.content.phone import ShortCode
from builder.model.content.scalars import Authored, JurisdictionCode, LocaleCode
from builder.model.content.scam import OfficialName

# Fields that name entries of a kind. Places and languages are known by their type.
_NAMED: Mapping[tuple[type[Authored], str], str] = {
    (JurisdictionFacts, "partners"): "partners",
    (JurisdictionFacts, "scams"): "scams",
    (CampaignFacts, "scams"): "scams",
    (CampaignFacts, "situations"): "scams",
    (CampaignFacts, "supersedes"): "campaigns",
}
# Where a place or a language is named for the first time.
_FIRST_NAMED = {(JurisdictionFacts, "code"), (SiteLocale, "code")}
# What a folded item of a list is called by, the first that it has.
TITLES = ("title", "heading", "name", "names", "id", "text", "number", "fact", "code", "jurisdiction", "alert")
# Where one value says too little.
_SUMMARIES: Mapping[type[Authored], str] = {
    ShortCode: "{{fields.jurisdiction}} – {{fields.number}}",
    OfficialName: "{{fields.jurisdiction}}",
}
# An example longer than this is no help in a line below a field.
_SHORT = 60


@dataclass(frozen=True)
class Asking:
    """What a form is made for: `entry` where its keys are known by name, `translated` where languages stand abreast.

    Groups are `folded` while they hold something, except inside the items of a list, which fold as a whole.
    """

    ground: Ground
    entry: Entry | None = None
    translated: bool = False
    folded: bool = True


@dataclass(frozen=True)
class _Spot:
    """One field of a model, and what is said about it."""

    model: type[Authored]
    name: str
    hint: Hint
    asking: Asking


def fields_of(model: type[Authored], asking: Asking) -> list[Widget]:
    """One field of the form for each field of the model, in the order in which authors write them."""
    made = (
        _field(_Spot(model, name, hint_of(model, name), asking), info) for name, info in written_order(model).items()
    )
    return [field for field in made if field.get("fields") != []]


def _field(spot: _Spot, info: FieldInfo) -> Widget:
    widget = _asked(spot, shape(info.annotation, info.metadata), required=info.is_required())
    # A list that may be empty must be allowed to be; the form would insist on an item.
    required = info.is_required() and not (widget["widget"] == "list" and not widget.get("min"))
    # What the facts name, the check wants words for, even where a file may do without.
    required = required or bool(spot.asking.entry and spot.asking.entry.ids.get(spot.name))
    return {
        "name": spot.name,
        "label": label(spot.name),
        **widget,
        "required": required,
        "hint": _hint(spot.hint, widget),
        **_abreast(spot.asking),
    }


def _asked(spot: _Spot, of: Shape, *, required: bool) -> Widget:
    origin = get_origin(of.kind)
    if origin is tuple:
        return {**_many(spot, shape(get_args(of.kind)[0])), **counted(of)}
    if origin is dict:
        keys, values = map(shape, get_args(of.kind))
        return _group(_keyed(spot, keys, values, required=required), spot.asking)
    if isinstance(of.kind, type) and issubclass(of.kind, Authored):
        return _group(fields_of(of.kind, spot.asking), spot.asking)
    return _one(spot, of)


def _one(spot: _Spot, of: Shape) -> Widget:
    named = _named(spot, of)
    meanings = {value: choice(value, meaning) for value, meaning in spot.hint.choices.items()}
    return choose(named) if named else one_value(of, meanings)


def _many(spot: _Spot, of: Shape) -> Widget:
    about_list = {"widget": "list", "label_singular": singular(spot.name)}
    if isinstance(of.kind, type) and issubclass(of.kind, Authored):
        inside = fields_of(of.kind, replace(spot.asking, folded=False))
        title = next((name for name in TITLES if any(each["name"] == name for each in inside)), "")
        summary = _SUMMARIES.get(of.kind, f"{{{{fields.{title}}}}}")
        return {**about_list, "summary": summary, "collapsed": "auto", "fields": inside}
    one = _one(spot, of)
    if get_origin(of.kind) is Literal:
        return {**one, "multiple": True}
    name = singular(spot.name)
    short = {"dropdown_threshold": 1} if one["widget"] == "select" else {}
    return {**about_list, "field": {"name": "item", "label": label(name), **one, **short, **_abreast(spot.asking)}}


def _group(fields: list[Widget], asking: Asking) -> Widget:
    return {"widget": "object", **({"collapsed": "auto"} if asking.folded else {}), "fields": fields}


def _keyed(spot: _Spot, keys: Shape, values: Shape, *, required: bool) -> list[Widget]:
    """A field for each key that can stand there."""
    ground, translated = spot.asking.ground, _abreast(spot.asking)
    if get_origin(keys.kind) is Literal:
        said: Mapping[str, str] = {key: choice(key, spot.hint.choices.get(key, "")) for key in get_args(keys.kind)}
    elif keys.marked(LocaleCode):
        said, required = {code: language(code) for code in ground.locales}, False
    elif keys.marked(JurisdictionCode):
        said, required = _places(ground), False
    else:
        ids = spot.asking.entry.ids.get(spot.name, ()) if spot.asking.entry else ()
        said, required = dict(zip(ids, ids, strict=True)), True
    plain = replace(spot, hint=replace(spot.hint, choices={}))
    # The form writes the number of its items before the label of a list.
    each = "Numbers of {}" if spot.name == "long_numbers" else "{}"
    return [
        {
            "name": key,
            "label": each.format(text),
            **_asked(plain, values, required=required),
            "required": required,
            **translated,
        }
        for key, text in said.items()
    ]


def _named(spot: _Spot, of: Shape) -> Mapping[str, str]:
    """The entries, places, languages or groups to choose from, by name; none where a text is written freely."""
    ground = spot.asking.ground
    folder = _NAMED.get((spot.model, spot.name))
    if folder:
        return {name: titled(name, ground.title(folder, name)) for name in ground.names(folder)}
    if of.kind is not str or (spot.model, spot.name) in _FIRST_NAMED:
        return {}
    if of.marked(JurisdictionCode):
        return _places(ground)
    if of.marked(LocaleCode):
        return {code: language(code) for code in ground.locales}
    return dict(zip(ground.groups, ground.groups, strict=True)) if spot.name == "group" else {}


def _places(ground: Ground) -> Mapping[str, str]:
    return {code: titled(code, ground.title("jurisdictions", code)) for code in ground.names("jurisdictions")}


def _hint(hint: Hint, widget: Widget) -> str:
    short = widget["widget"] in ("string", "number") and 0 < len(hint.example) <= _SHORT and "\n" not in hint.example
    example, text = hint.example.strip('"'), without_files(hint.text)
    return f"{text} For example: {example}" if short else text


def _abreast(asking: Asking) -> Widget:
    return {"i18n": True} if asking.translated else {}
