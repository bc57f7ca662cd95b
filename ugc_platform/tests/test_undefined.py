"""Templates of ours say which variables they need; a test run holds them to it."""

from __future__ import annotations

import pytest
from django.template import Context, engines

from ugc_platform.undefined import TEMPLATES, UndefinedVariable


def rendered(text: str, name: str) -> str:
    engine = engines["django"].engine  # type: ignore[attr-defined]
    template = engine.from_string(text)
    template.origin.name = name
    return str(template.render(Context({"given": "yes"})))


OURS = str(TEMPLATES / "some" / "page.html")


@pytest.mark.parametrize("text", ["{{ missing }}", "{{ given.missing }}", "{% with x=missing %}{% endwith %}"])
def test_undefined_variable_in_a_template_of_ours_fails(text: str) -> None:
    with pytest.raises(UndefinedVariable, match="missing"):
        rendered(text, OURS)


@pytest.mark.parametrize(
    "text", ["{% if missing %}no{% endif %}yes", "{{ given }}", "{% for x in missing %}{% endfor %}yes"]
)
def test_what_may_be_absent_does_not_fail(text: str) -> None:
    assert rendered(text, OURS) == "yes"


def test_templates_of_others_are_left_alone() -> None:
    assert rendered("{{ missing }}yes", "/elsewhere/page.html") == "yes"
