"""One simulated repository, many ways to spoil it, three clients that must agree on every one.

`python -m tests.conformance` writes the cases to `conformance/cases/`, for the authors of further clients.
"""
