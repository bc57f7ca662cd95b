"""The component gallery: each file of templates/_components/ with what it declares, its include line and its states."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from core.forms import CheckCards, ChoiceCards, Described, Switch

TEMPLATES = Path(settings.BASE_DIR) / "templates"
EXAMPLES = TEMPLATES / "styleguide" / "examples.json"
SAMPLES = ("studio", "gallery")
# These read the page's own context and stand on every page already.
FRAME = ("site_header", "site_footer")
COLORS = (
    *("paper", "surface", "raised", "sunken", "ink", "ink-muted", "line", "line-strong", "pine", "pine-wash"),
    *("ember", "ember-text", "ember-wash", "band", "success", "success-wash", "warning", "warning-wash"),
    *("danger", "danger-wash", "info", "info-wash", "focus"),
)

_COMMENT = re.compile(r"{% comment %}\n(?P<about>.*?)\nInputs:\n(?P<inputs>.*?)\n{% endcomment %}", re.DOTALL)
_INPUT = re.compile(r"^- (?P<name>[A-Za-z_]+)(?P<optional>\??): (?P<about>.+)$", re.MULTILINE)
_REFERENCE = re.compile(
    r'\b(id|for|name|aria-labelledby|aria-describedby|data-copy|data-counter|data-dialog-open|data-error-link|href)="(#?)([^"]+)"'
)
_LABEL = re.compile(r'\baria-label="([^"]+)"')
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT")


@dataclass(frozen=True)
class Input:
    name: str
    required: bool
    about: str


@dataclass(frozen=True)
class Example:
    title: str
    component: str
    inputs: dict[str, Any]
    frame: tuple[str, str] = ("", "")
    place: int = 0

    @property
    def line(self) -> str:
        """What a page author writes; values that are no plain words are named after their input."""
        wrapped = "<" in str(self.inputs.get("body", ""))
        parts = [f"{key}={_literal(key, value)}" for key, value in self.inputs.items() if key != "body" or not wrapped]
        if wrapped:
            return f'{{% wrap "{self.component}" {" ".join(parts)} %}}…{{% endwrap %}}'.replace("  ", " ")
        with_ = f" with {' '.join(parts)}" if parts else ""
        return f'{{% include "_components/{self.component}.html"{with_} only %}}'

    def rendered(self) -> SafeString:
        return render_to_string(f"_components/{self.component}.html", self.inputs)

    def shown(self, scheme: str) -> SafeString:
        """As rendered, within what must surround it, with names that no other example on the page has."""
        # In the gallery nothing asks for the focus.
        html = re.sub(r" data-(error-summary|focus-first)\b", "", self.rendered())
        html = _REFERENCE.sub(lambda match: _renamed(match, f"{self.component}-{self.place}-{scheme}"), html)
        html = _LABEL.sub(rf'aria-label="\1 ({self.place}, {scheme})"', html)
        return mark_safe(html.join(self.frame))  # noqa: S308 - our own templates

    @property
    def in_light(self) -> SafeString:
        return self.shown("light")

    @property
    def in_dark(self) -> SafeString:
        return self.shown("dark")


@dataclass(frozen=True)
class Component:
    name: str
    about: str
    inputs: list[Input]
    examples: list[Example] = field(default_factory=list)


def _renamed(match: re.Match[str], prefix: str) -> str:
    attribute, hash_, names_ = match.groups()
    if attribute == "href" and not hash_:
        return match[0]
    return f'{attribute}="{hash_}{" ".join(f"{prefix}-{name}" for name in names_.split())}"'


def _literal(key: str, value: Any) -> str:
    if isinstance(value, bool | int):
        return str(value)
    if isinstance(value, str) and not _MOMENT.match(value) and '"' not in value:
        return f'"{value}"'
    return key


def declared(name: str) -> tuple[str, list[Input]]:
    """What the comment at the head of a component says: its purpose and its inputs."""
    text = (TEMPLATES / "_components" / f"{name}.html").read_text(encoding="utf-8")
    comment = _COMMENT.search(text)
    if comment is None:
        return "", []
    found = [Input(m["name"], not m["optional"], m["about"]) for m in _INPUT.finditer(comment["inputs"])]
    return " ".join(comment["about"].split()), found


def names() -> list[str]:
    return sorted(path.stem for path in (TEMPLATES / "_components").glob("*.html"))


class ExampleForm(forms.Form):
    name = forms.CharField(label="Your name", max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label="E-mail address",
        help_text="We write when somebody answers. Nobody else sees it.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    story = forms.CharField(label="Description", max_length=500, required=False, widget=forms.Textarea)
    country = forms.ChoiceField(label="Country", choices=[("dk", "Denmark"), ("se", "Sweden"), ("no", "Norway")])
    when = forms.DateField(label="Starts on", widget=forms.DateInput(attrs={"type": "date"}))
    answer = forms.ChoiceField(
        label="Who made it?",
        widget=ChoiceCards,
        choices=[
            ("me", Described("I made it alone", "You can decide everything yourself.", "user")),
            ("us", Described("I made it with others", "We ask for their names, so that they can agree too.", "users")),
        ],
    )
    places = forms.MultipleChoiceField(
        label="Where is it to be used?",
        widget=CheckCards(columns=True),
        required=False,
        choices=[("web", Described("Website", icon="globe-alt")), ("print", Described("Print", icon="printer"))],
    )
    plain = forms.ChoiceField(
        label="How often shall we write?", widget=forms.RadioSelect, choices=[("d", "Each day"), ("w", "Each week")]
    )
    agree = forms.BooleanField(label="I have read the rules", help_text="Version 3, one page.")
    shown = forms.BooleanField(
        label="Show it in the gallery",
        required=False,
        widget=Switch,
        help_text="Off: only you and the moderators see it.",
    )


def _form(kind: str) -> ExampleForm:
    if kind == "refused":
        return ExampleForm({"name": "", "email": "ida@", "shown": "on", "answer": "me"})
    return ExampleForm(initial={"name": "Ida Holm", "answer": "us", "shown": True})


def _picture(seed: int) -> dict[str, Any]:
    """A quiet drawing in place of a photograph."""
    width, height = [(960, 640), (720, 960), (900, 900), (1200, 640)][seed % 4]
    sky, hill, sun = [
        ("#f3c9a5", "#2f5d50", "#ff7443"),
        ("#a9cfd6", "#17423b", "#f6e7b4"),
        ("#e7b9bd", "#5b2f45", "#fdf3d8"),
        ("#20343f", "#0d1a20", "#f4d27a"),
    ][seed % 4]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect width="100%" height="100%" '
        f'fill="{sky}"/><circle cx="{width * 0.64:.0f}" cy="{height * 0.38:.0f}" r="{height * 0.17:.0f}" fill="{sun}"/>'
        f'<path d="M0 {height * 0.72:.0f}q{width * 0.28:.0f}-{height * 0.3:.0f} {width * 0.52:.0f} 0t{width * 0.5:.0f} '
        f'-{height * 0.06:.0f}V{height}H0z" fill="{hill}"/></svg>'
    )
    return {"src": f"data:image/svg+xml,{quote(drawing)}", "width": width, "height": height, "sources": []}


def _value(raw: Any) -> Any:
    if isinstance(raw, dict):
        if "$picture" in raw:
            return _picture(raw["$picture"])
        if "$form" in raw:
            return _form(raw["$form"])
        if "$field" in raw:
            return _form(raw.get("of", "fresh"))[raw["$field"]]
        return {key: _value(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [_value(value) for value in raw]
    if isinstance(raw, str) and _MOMENT.match(raw):
        return datetime.fromisoformat(raw)
    return raw


def components() -> list[Component]:
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    found = []
    for name in names():
        about, inputs = declared(name)
        shown = []
        frame = examples["$frames"].get(name, ("", ""))
        for place, (title, raw) in enumerate(examples.get(name, {}).items(), start=1):
            values = {key: _value(value) for key, value in raw.items()}
            if "body" in values:
                values["body"] = mark_safe(values["body"])  # noqa: S308 - our own file
            shown.append(Example(title, name, values, tuple(frame), place))
        found.append(Component(name, about, inputs, shown))
    return found


def styleguide(request: HttpRequest) -> HttpResponse:
    shown = [component for component in components() if component.name not in FRAME]
    return render(request, "styleguide/page.html", {"components": shown, "colors": COLORS, "samples": SAMPLES})


def sample(request: HttpRequest, name: str) -> HttpResponse:
    """A whole page made of components, with made-up content, to see how they sit together."""
    if name not in SAMPLES:
        raise Http404
    made_up = _value(json.loads((EXAMPLES.parent / "samples.json").read_text(encoding="utf-8")))
    return render(request, f"styleguide/samples/{name}.html", made_up)
