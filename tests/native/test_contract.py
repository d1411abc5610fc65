"""The native decoders follow the published contract: a member that is renamed or asked for anew is noticed here."""

from pydantic import BaseModel

from builder.model import bundle
from builder.model.content.strings import Baseline
from builder.model.release import Off
from builder.model.trust import PublicKey, Trust
from tests.conftest import SHIPPED
from tests.native.members import kotlin_types, shape_words, swift_types, text

_MODELS: dict[str, type[BaseModel]] = {
    "Alert": bundle.BundleAlert,
    "Bundle": bundle.Bundle,
    "Condition": bundle.BundleCondition,
    "Contact": bundle.BundleContact,
    "Evidence": bundle.BundleEvidence,
    "Example": bundle.BundleExample,
    "Exposure": bundle.BundleExposure,
    "Field": bundle.BundleField,
    "Labels": bundle.BundleLabels,
    "Line": bundle.BundleLine,
    "Pause": bundle.BundlePause,
    "Phone": bundle.BundlePhone,
    "Scam": bundle.BundleScam,
    "Sent": bundle.BundleSent,
    "Situation": bundle.BundleSituation,
    "Trust": Trust,
    "TrustedKey": PublicKey,
    "Variant": bundle.BundleVariant,
}
_SWIFT_NAMES = {"WarningBundle": "Bundle", "WarningAlert": "Alert"}
_BESIDE_THE_WORDS = {"language", "direction", "notices"}


def unpublished(types: dict[str, set[str]]) -> dict[str, set[str]]:
    """Members that a decoder reads and nobody publishes, by type."""
    strange = {name: members - set(_MODELS[name].model_fields) for name, members in types.items() if name in _MODELS}
    strange["Baseline"] = types["Baseline"] - set(Baseline.model_fields) - _BESIDE_THE_WORDS
    return {name: members for name, members in strange.items() if members}


def test_kotlin_reads_only_what_is_published() -> None:
    types = kotlin_types()
    assert set(types) == {*_MODELS, "Baseline"}
    assert unpublished(types) == {}


def test_swift_reads_only_what_is_published() -> None:
    types = {_SWIFT_NAMES.get(name, name): members for name, members in swift_types().items()}
    assert set(types) == {*_MODELS, "Baseline"} - {"Field"}  # which stands inside Evidence
    assert unpublished(types) == {}


def test_both_read_the_same_members() -> None:
    swift = {_SWIFT_NAMES.get(name, name): members for name, members in swift_types().items()}
    kotlin = kotlin_types()
    assert {name: kotlin[name] for name in swift} == swift


def test_what_the_pointer_turns_off_is_read_by_both() -> None:
    for name in Off.model_fields:
        assert f'it.texts("{name}")' in text("LoadWarning.kt")
        assert f'json?["{name}"]' in text("WarningAlert.swift")


def test_both_ask_for_the_members_that_the_second_verifier_asks_for() -> None:
    wanted = shape_words((SHIPPED / "builder" / "verify" / "shapes.py").read_text("utf-8"))
    assert {"first_call", "within_hours", "supersedes", "example"} <= set(wanted)
    assert shape_words(text("Shapes.kt")) == wanted
    assert shape_words(text("Shapes.swift")) == wanted
