"""What every file of words shares: the mark of a native editor's review."""

from pydantic import Field

from builder.model.content.scalars import Authored, IsoDate, Line


class Review(Authored):
    """A native speaker of the language has read these words."""

    by: Line
    on: IsoDate


class Words(Authored):
    """One language's texts. Without `reviewed`, pages that use them say that no native editor has read them yet."""

    reviewed: Review | None = Field(default=None, description="Who, a native speaker, has read this file, and when.")
