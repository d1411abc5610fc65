"""The site's own words, the same keys in every language: what is true in every jurisdiction is said once, here."""

from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from builder.model.content.campaign import Button, Situation
from builder.model.content.jurisdiction import ContactKind
from builder.model.content.scalars import Authored, Label, Line, Paragraph, Sentence, complete
from builder.model.content.scam import Speaker, Vector
from builder.model.content.words import Words

Steps = tuple[Sentence, ...]


class Site(Authored):
    """The frame around every page."""

    name: Label
    description: Sentence
    draft_notice: Sentence = Field(description="Shown on every page until an approval exists.")
    approved: Sentence = Field(description="Instead of it afterwards, with {partner} and {exchange}.")
    held_notice: Sentence = Field(description="While new content waits for approval and the last approved is shown.")
    unreviewed_notice: Sentence
    partial_notice: Sentence
    as_of: Line = Field(description="With {date}: the day the content was put together.")
    light: Label
    dark: Label
    search: Label


class Menu(Authored):
    """Names of the pages in the menu."""

    start: Label
    scams: Label
    tips: Label
    contacts: Label
    check: Label
    places: Label


class Home(Authored):
    """The chooser of place and language."""

    heading: Line
    lead: Paragraph
    choose: Line
    about: Line


class Now(Authored):
    """The first screen of a jurisdiction."""

    heading: Line
    text: Sentence
    call: Label = Field(description="On the button, with {number}.")
    danger: Sentence = Field(description="When to call the emergency number instead.")
    not_sure: Label


class Block(Authored):
    """A heading, a lead and a list of short items."""

    heading: Line
    lead: Sentence
    steps: Steps = Field(default=(), max_length=12)


class Scams(Authored):
    """Words around the scams."""

    heading: Line
    lead: Sentence
    official_name: Label
    how_it_works: Label
    red_flags: Label
    example: Label
    example_note: Sentence
    what_to_do: Label
    call_first: Line
    who: Annotated[dict[Speaker, Label], AfterValidator(lambda names: complete(names, get_args(Speaker)))]
    vectors: Annotated[dict[Vector, Label], AfterValidator(lambda names: complete(names, get_args(Vector)))]


class NeverAsks(Authored):
    """Headings of the never-asks."""

    heading: Line
    exchange: Label
    police: Label


class Contacts(Authored):
    """Words around the contacts."""

    heading: Line
    lead: Sentence
    kinds: Annotated[dict[ContactKind, Label], AfterValidator(lambda names: complete(names, get_args(ContactKind)))]
    open_site: Label
    always: Label
    daily: Label = Field(description="Opening hours, with {days}, {from} and {to}.")
    local_only: Sentence = Field(description="For short numbers.")
    limits: Label
    checked: Line = Field(description="With {date}.")
    stale: Line = Field(description="Instead of `checked` when the check is too old, with {date}.")
    not_dialled: Sentence


class SelfCheck(Authored):
    """The self-check page."""

    heading: Line
    lead: Sentence
    questions: Steps = Field(min_length=3, description="General questions; the scams add their own.")
    scam_questions: Line
    any_heading: Line
    any_text: Sentence
    none: Sentence
    read: Label = Field(description="With {title}.")


class Provenance(Authored):
    """Where everything comes from."""

    heading: Line
    approval: Sentence
    police_receive: Sentence
    sources: Line
    confidence_high: Label
    confidence_medium: Label
    figures: Line


class NotFound(Authored):
    """The page for an address that does not exist."""

    heading: Line
    text: Sentence
    home: Label


class Baseline(Authored):
    """The warning compiled into the alert: shown before, and instead of, a verified bundle. It knows no number."""

    label: Label = Field(description="What this box is, in two words.")
    speaker: Line = Field(description="Who speaks; with {exchange}.")
    sources_of: Sentence = Field(
        description="Whose public advice is used, with {partner}, and that it has not approved."
    )
    draft: Sentence
    heading: Line
    consequence: Sentence
    question: Sentence
    answer_yes: Button
    answer_no: Button
    advice_yes: Sentence
    advice_no: Sentence
    answer_first: Sentence
    signs_heading: Line
    signs: Steps = Field(min_length=3, max_length=5)
    call_heading: Line
    call_unknown: Sentence
    stop: Button
    proceed: Button
    unverified: Sentence = Field(description="With {code}.")
    stale: Sentence = Field(description="The last verified warning is shown, but it is old.")


EvidenceField = Literal[
    "addresses", "asset", "amount", "when", "transaction", "first-contact", "names", "sites", "story"
]


class EvidencePack(Authored):
    """The form that collects what the police will ask for."""

    fields: Annotated[
        dict[EvidenceField, Label], AfterValidator(lambda names: complete(names, get_args(EvidenceField)))
    ]
    save: Button
    saved: Sentence
    note: Sentence = Field(description="That nothing leaves the device.")


class Alert(Authored):
    """Words of the alert that are the same in every campaign."""

    situations: Annotated[dict[Situation, Sentence], AfterValidator(lambda said: complete(said, get_args(Situation)))]
    read_more: Label = Field(description="Leads to the page of a scam.")
    pauses: Line = Field(description="Above the buttons that wait.")
    pause_for: Button = Field(description="On such a button, with {time}, such as “1 hour”.")
    cool_off: Sentence = Field(description="With {time}: how long the transfer is held if the person goes on.")
    evidence_pack: EvidencePack


class Preview(Authored):
    """The demo withdrawal."""

    heading: Line
    lead: Sentence
    jurisdiction: Label
    language: Label
    asset: Label
    amount: Label
    address: Label
    withdraw: Button
    stopped: Sentence
    continued: Sentence
    no_script: Sentence


class Strings(Words):
    """`content/strings/<locale>.yml`."""

    site: Site
    menu: Menu
    home: Home
    now: Now
    sent: Block
    evidence: Block
    checks: Block
    scams: Scams
    never_asks: NeverAsks
    tips: Block
    second_scam: Block
    support: Block
    police: Block
    contacts: Contacts
    self_check: SelfCheck
    provenance: Provenance
    not_found: NotFound
    baseline: Baseline
    alert: Alert
    preview: Preview
