"""The policy and the guard: which texts may become code."""

from builder.parse.theme import read_theme
from builder.pipeline import Built
from builder.render.security import inline_scripts, policy, with_policy


def test_the_guard_stands_before_materials_code_in_page_and_worker(golden: Built) -> None:
    guard = read_theme().own["guard.js"]
    guarded = [file.path for file in golden.files if file.content.startswith(guard)]
    assert [path.split(".")[0] for path in guarded] == [
        "assets/javascripts/bundle",
        "assets/javascripts/workers/search",
    ]
    assert all(len(file.content) > 2 * len(guard) for file in golden.files if file.path in guarded)


def test_every_page_wants_trusted_types_and_names_one_policy(golden: Built) -> None:
    for file in golden.files:
        if file.path.endswith(".html"):
            assert b"; require-trusted-types-for 'script'; trusted-types default\">" in file.content, file.path


def test_the_same_script_is_named_once_and_in_a_fixed_order() -> None:
    scripts = inline_scripts("<script>b</script><script>a</script><script>b</script>")
    assert len(scripts) == 2
    assert policy(scripts) == policy(sorted(scripts, reverse=True))


def test_a_script_with_an_attribute_is_not_named() -> None:
    assert inline_scripts('<script type="application/json">{}</script><script src="x.js"></script>') == frozenset()


def test_the_policy_stands_where_the_layout_wants_it() -> None:
    page = with_policy("<meta charset><!-- content-security-policy --><script>a</script>")
    assert page.startswith('<meta charset><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')
    assert page.endswith("><script>a</script>")
