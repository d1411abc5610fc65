"""The list of numbers that a police partner keeps."""

import pytest

from builder.verify.partner_list import UnreadableList, read_list


def test_numbers_stand_in_lines_with_notes() -> None:
    text = "# ours\n\nHK 18222   # helpline\nHK\t999\n  GB +443001232040\nHK 18222\n"
    assert read_list(text) == {"HK": {"18222", "999"}, "GB": {"+443001232040"}}


def test_a_part_of_a_country_is_a_place_of_its_own() -> None:
    assert read_list("US 911\nUS-CA 18222\nAU-NSW 131444\n") == {
        "US": {"911"},
        "US-CA": {"18222"},
        "AU-NSW": {"131444"},
    }


def test_an_empty_list_has_no_place() -> None:
    assert read_list("# nothing yet\n") == {}


@pytest.mark.parametrize(
    "line",
    ["18222", "HK", "HK 182 22", "hk 18222", "HK: 18222", "HK 1", "HK tel:18222", "HKG 18222", "US- 911", "US-ca 911",
     "US-CALI 911", "US-CA-1 911", "US-CA911", "HK ١٨٢٢٢", "HK 1-800",
     "HK 1234567890123456", "HK 18222 999"],
)  # fmt: skip
def test_a_line_that_is_neither_is_named(line: str) -> None:
    with pytest.raises(UnreadableList, match=r"^line 2: ") as caught:
        read_list(f"HK 999\n{line}\n")
    assert f"“{line}”" in str(caught.value)
