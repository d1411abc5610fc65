"""Numbers in pages, links and bundles: the same ones, and only those of the place."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from builder.model.bundle import Bundle
from builder.model.output import OutputFile
from builder.model.release import WARNINGS
from builder.pipeline import Built
from builder.seal.agreement import no_foreign_numbers, numbers_of

START = "hk/en/index.html"


def numbers_agree(files: Iterable[OutputFile], bundles: tuple[Bundle, ...]) -> None:
    """What a build looks at: each place by itself, what belongs to none, then all together."""
    given, parts = list(files), []
    for place in sorted({bundle.jurisdiction for bundle in bundles}):
        folders = (f"{place.lower()}/", f"{WARNINGS}{place}/")
        own = [file for file in given if file.path.startswith(folders)]
        given = [file for file in given if not file.path.startswith(folders)]
        parts.append(numbers_of(own, [bundle for bundle in bundles if bundle.jurisdiction == place]))
    general = [file for file in given if not file.path.startswith(WARNINGS)]
    no_foreign_numbers([*parts, numbers_of(general, ())])


@pytest.fixture
def with_page(shipped: Built) -> Callable[..., None]:
    """Asks for agreement after one file was changed; the change must change something."""

    def ask(path: str, change: Callable[[bytes], bytes]) -> None:
        files = {file.path: file for file in shipped.files}
        changed = replace(files[path], content=change(files[path].content))
        assert changed != files[path]
        assert shipped.site
        numbers_agree({**files, path: changed}.values(), shipped.site.bundles)

    return ask


@pytest.mark.parametrize("content", ["golden", "shipped"])
def test_the_numbers_of_a_build_agree(request: pytest.FixtureRequest, content: str) -> None:
    built: Built = request.getfixturevalue(content)
    assert built.site
    numbers_agree(built.files, built.site.bundles)
    assert sum(file.content.count(b'href="tel:') for file in built.files) > 10


def test_a_changed_digit_in_a_link_is_refused(with_page: Callable[..., None]) -> None:
    with pytest.raises(ValueError, match=r"hk/en/index\.html: tel:18223 is no number of this place"):
        with_page(START, lambda page: page.replace(b"tel:18222", b"tel:18223", 1))


def test_a_changed_digit_in_what_is_shown_is_refused(with_page: Callable[..., None]) -> None:
    with pytest.raises(ValueError, match=r"tel:18222 is shown as “18223”"):
        with_page(START, lambda page: page.replace(b">18222<", b">18223<", 1))


def test_a_right_number_in_the_wrong_place_is_refused(with_page: Callable[..., None]) -> None:
    link = b'<a href="tel:18222">18222</a></body>'
    with pytest.raises(ValueError, match=r"gb/en/index\.html: tel:18222 is no number of this place"):
        with_page("gb/en/index.html", lambda page: page.replace(b"</body>", link))


@pytest.mark.parametrize("path", ["gb/en/tips/index.html", "en/index.html", "gb/en/search/search_index.json"])
def test_a_number_of_another_place_in_a_text_is_refused(with_page: Callable[..., None], path: str) -> None:
    with pytest.raises(ValueError, match=rf"{path}: 18222 is a number of another place"):
        with_page(path, lambda page: page + b"<p>Call 18222</p>")


def test_a_number_inside_a_longer_one_is_another_number(with_page: Callable[..., None]) -> None:
    with_page("gb/en/tips/index.html", lambda page: page + b"<p>182220</p>")


def test_a_link_without_a_closing_tag_is_refused(with_page: Callable[..., None]) -> None:
    with pytest.raises(ValueError, match="tel:"):
        with_page(START, lambda page: page + b'<a href="tel:18222')


def test_a_number_that_no_page_shows_is_refused(shipped: Built) -> None:
    assert shipped.site
    without = [OutputFile(file.path, re.sub(rb'href="tel:999"', b"", file.content)) for file in shipped.files]
    with pytest.raises(ValueError, match="999 is in the bundle but on no page"):
        numbers_agree(without, shipped.site.bundles)


def test_a_page_of_no_place_has_no_number(with_page: Callable[..., None]) -> None:
    with pytest.raises(ValueError, match=r"404\.html: tel:18222 is no number of this place"):
        with_page("404.html", lambda page: page + b'<a href="tel:18222">18222</a>')


def test_a_bundle_with_a_number_of_another_place_is_refused(shipped: Built, with_page: Callable[..., None]) -> None:
    path = next(file.path for file in shipped.files if re.fullmatch(r"warnings/v1/GB/en\.\w+\.json", file.path))
    with pytest.raises(ValueError, match=r"GB/en\.\w+\.json: 18222 is a number of another place"):
        with_page(path, lambda bundle: bundle + b'{"number":"18222"}')


def test_a_drawing_in_a_bundle_holds_no_number(shipped: Built, with_page: Callable[..., None]) -> None:
    path = next(file.path for file in shipped.files if re.fullmatch(r"warnings/v1/GB/en\.\w+\.json", file.path))
    with_page(path, lambda bundle: bundle + b'{"icon":"M1 18222"}')
