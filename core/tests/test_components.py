"""Each component renders from what it declares, alone, and nothing else leaks in."""

from __future__ import annotations

import re

import pytest
from django.forms import Form
from django.template import Context, Template
from django.test import Client

from core import styleguide

COMPONENTS = {component.name: component for component in styleguide.components()}
SHOWN = [name for name in COMPONENTS if name not in styleguide.FRAME]


@pytest.mark.parametrize("name", COMPONENTS)
def test_component_declares_purpose_and_inputs(name: str) -> None:
    assert COMPONENTS[name].about
    assert COMPONENTS[name].inputs or name == "skeleton"


@pytest.mark.parametrize("name", SHOWN)
def test_component_has_examples_made_of_declared_inputs(name: str) -> None:
    declared = {item.name for item in COMPONENTS[name].inputs}

    assert COMPONENTS[name].examples
    for example in COMPONENTS[name].examples:
        assert set(example.inputs) <= declared


@pytest.mark.parametrize("name", SHOWN)
def test_component_with_required_inputs_alone_has_no_undefined_variable(name: str) -> None:
    required = {item.name for item in COMPONENTS[name].inputs if item.required}
    for example in COMPONENTS[name].examples:
        least = styleguide.Example("", name, {key: value for key, value in example.inputs.items() if key in required})
        assert set(least.inputs) == required, f"example {example.title!r} lacks a required input"
        assert "UNDEFINED" not in least.rendered()


@pytest.mark.parametrize("name", SHOWN)
def test_component_with_all_inputs_has_no_undefined_variable(name: str) -> None:
    for example in COMPONENTS[name].examples:
        assert "UNDEFINED" not in example.rendered()


def test_icons_that_templates_name_are_in_the_sprite() -> None:
    sprite = (styleguide.TEMPLATES.parent / "static" / "icons" / "sprite.svg").read_text()
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = {
        icon
        for path in styleguide.TEMPLATES.rglob("*.html")
        for icon in re.findall(r'icon\.html" with name="([^"]+)"|\bicon="([^"]+)"', path.read_text())
        for icon in icon
        if icon
    }

    assert named - known == set()


def test_wrap_hands_its_inside_to_the_component() -> None:
    template = Template('{% load components %}{% wrap "panel" title=name %}<p>{{ name }}</p>{% endwrap %}')

    html = template.render(Context({"name": "A & B", "link_url": "/leaks/"}))

    assert '<h2 class="panel__title">A &amp; B</h2>' in html
    assert "<p>A &amp; B</p>" in html
    assert "/leaks/" not in html


def test_form_ties_label_help_and_error_to_the_control() -> None:
    form = styleguide.ExampleForm({"name": "Ida", "email": "ida@"})

    html = form["email"].as_field_group()

    assert '<label class="field__label" for="id_email">' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_error"' in html
    assert 'id="id_email_helptext"' in html


def test_form_rendered_whole_starts_with_a_summary_that_links_to_fields() -> None:
    html = str(styleguide.ExampleForm({}))

    assert "data-error-summary" in html
    assert 'href="#id_name"' in html
    assert html.index("data-error-summary") < html.index('name="name"')


def test_form_without_errors_has_no_summary() -> None:
    assert "data-error-summary" not in str(styleguide.ExampleForm())


def test_empty_form_renders() -> None:
    assert str(Form()).strip() == ""


@pytest.mark.django_db
def test_styleguide_shows_every_component(client: Client) -> None:
    html = client.get("/styleguide/").content.decode()

    assert "UNDEFINED" not in html
    for name in SHOWN:
        assert f'id="c-{name}"' in html


@pytest.mark.django_db
def test_set_theme_keeps_choice_and_returns(client: Client) -> None:
    response = client.post("/appearance/", {"theme": "dark", "next": "/help/"})

    assert response.status_code == 302
    assert response["Location"] == "/help/"
    assert client.cookies["theme"].value == "dark"
    assert 'data-theme="dark"' in client.get("/help/").content.decode()


@pytest.mark.django_db
def test_set_theme_to_something_unknown_is_ignored(client: Client) -> None:
    client.post("/appearance/", {"theme": '"><b>', "next": "https://elsewhere.example/"})

    assert "theme" not in client.cookies


@pytest.mark.django_db
def test_set_theme_does_not_lead_elsewhere(client: Client) -> None:
    response = client.post("/appearance/", {"theme": "dark", "next": "https://elsewhere.example/"})

    assert response["Location"] == "/"


def test_webmanifest_names_the_site(client: Client, settings) -> None:
    settings.SITE_NAME = "Elsewhere"

    assert client.get("/site.webmanifest").json()["name"] == "Elsewhere"


@pytest.mark.django_db
@pytest.mark.parametrize("name", styleguide.SAMPLES)
def test_sample_page_renders(client: Client, name: str) -> None:
    response = client.get(f"/styleguide/{name}/")

    assert response.status_code == 200
    assert "UNDEFINED" not in response.content.decode()


@pytest.mark.django_db
def test_sample_page_of_another_name_is_not_found(client: Client) -> None:
    assert client.get("/styleguide/secret/").status_code == 404
