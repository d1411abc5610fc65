"""The codes that every client shares."""


class VerificationFailure(Exception):
    """Something is not proved; `code` is permanent and the same in every client."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def require(holds: object, code: str) -> None:
    """Raises VerificationFailure unless it holds."""
    if not holds:
        raise VerificationFailure(code)
