"""What every mapping of the published JSON shares."""

from pydantic import BaseModel, ConfigDict


class Published(BaseModel):
    """A mapping in a published file."""

    model_config = ConfigDict(extra="forbid", frozen=True)
