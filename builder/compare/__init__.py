"""Two states of the content → what differs for the public, what can do harm first."""

from builder.compare.changes import compare
from builder.compare.difference import Change, Difference, Kind
from builder.compare.states import State, state_of, state_of_candidate

__all__ = ["Change", "Difference", "Kind", "State", "compare", "state_of", "state_of_candidate"]
