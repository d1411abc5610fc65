"""Languages that are not called as their files are."""

from pathlib import Path

import pytest

from tests.conftest import edit, found

FOLDER = "content/jurisdictions/NO"


@pytest.mark.parametrize("name", ["klingon", "none"])
def test_a_language_of_which_no_names_are_known_is_not_guessed(project: Path, name: str) -> None:
    edit(project, "site_config.yml", "  - code: no\n", "  - code: no\n  - code: tlh\n")
    edit(project, f"{FOLDER}/jurisdiction.yml", "locales: [", "locales: [tlh, ")
    (project / FOLDER / "en.yml").rename(project / FOLDER / f"{name}.yml")
    assert (f"{FOLDER}/{name}.yml", 1, "undeclared-locale") in found(project)
