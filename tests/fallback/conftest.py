"""What an app ships inside itself, made from a finished build of the golden content."""

import pytest

from builder.model.output import OutputFile
from builder.pipeline import Built
from builder.render.fallback import fallback_files


@pytest.fixture(scope="session")
def fallback(golden: Built) -> tuple[OutputFile, ...]:
    return fallback_files(golden.files)
