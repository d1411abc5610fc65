"""Addresses below the site: lower case, one folder per page, each ending with a slash."""


def place_root(code: str, locale: str) -> str:
    """The language root of a jurisdiction: `hk/zh-hant/`."""
    return f"{code.lower()}/{locale.lower()}/"


def general_root(locale: str) -> str:
    """The language root of the pages that belong to no jurisdiction: `zh-hant/`."""
    return f"{locale.lower()}/"


def scam(root: str, slug: str) -> str:
    """A scam's page below a language root."""
    return f"{root}scams/{slug}/"
