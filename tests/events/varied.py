"""The shipped content with one thing changed in each place, so that every arm and every reason can be seen."""

from pathlib import Path

from tests.conftest import SHIPPED, copy_project

# What is added to the campaign of each place; `friction` is replaced.
_VARIED = {
    "HK": "friction: pause\npauses: [2, 24]\n",
    "SG": "friction: cool-off\ncool_off_hours: 24\n",
    "GB": "friction: question\nholdout: 50\n",
    "AE": (
        "friction: acknowledge\n"
        "exposure:\n  most: 1\n  within_hours: 24\n  rest_hours: 24\n"
        "audience:\n  - fact: first-send\n    any_of: [yes]\n"
    ),
}


def varied_project(target: Path) -> Path:
    """HK offers a pause, SG imposes one, GB has a holdout of half, AE rests a day and is for first transfers."""
    copy_project(SHIPPED, target)
    for place, lines in _VARIED.items():
        file = target / "content" / "campaigns" / f"{place.lower()}-withdrawal" / "campaign.yml"
        before = file.read_text("utf-8")
        assert before.count("friction: question\n") == 1
        file.write_text(before.replace("friction: question\n", lines), "utf-8")
    return target
