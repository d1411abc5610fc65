"""The built component, in Chromium, on every case; and all three clients together."""

from tests.browser.modules import module_page, outcomes_in
from tests.conformance.clients import by_node, by_python
from tests.conformance.vectors import committed


def test_the_built_component_does_as_every_case_says(open_page) -> None:
    cases = committed()
    assert outcomes_in(module_page(open_page), cases) == {case["name"]: case["expected"] for case in cases}


def test_all_three_clients_agree_on_every_case(open_page) -> None:
    cases = committed()
    by_chromium, in_node = outcomes_in(module_page(open_page), cases), by_node()
    by_name = {case["name"]: by_python(case) for case in cases}
    disagreeing = [name for name, said in by_name.items() if not said == in_node[name] == by_chromium[name]]
    assert disagreeing == []
    assert by_name.keys() == in_node.keys() == by_chromium.keys()
