"""Components that hold a body: {% wrap "panel" title="…" %} … {% endwrap %}."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.utils.safestring import mark_safe

from core import moments

register = template.Library()


class WrapNode(template.Node):
    def __init__(self, name: FilterExpression, inputs: dict[str, FilterExpression], nodelist: NodeList) -> None:
        self.name = name
        self.inputs = inputs
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        body = self.nodelist.render(context)
        inputs = {key: value.resolve(context) for key, value in self.inputs.items()}
        engine = context.template.engine  # type: ignore[union-attr]
        component = engine.get_template(f"_components/{self.name.resolve(context)}.html")
        return component.render(context.new({**inputs, "body": mark_safe(body)}))  # noqa: S308 - already rendered


@register.tag
def wrap(parser: Parser, token: Token) -> WrapNode:
    """Render what stands inside, and hand it to a component as its input `body`. The component sees nothing else."""
    bits = token.split_contents()[1:]
    if not bits:
        raise template.TemplateSyntaxError('{% wrap %} wants the name of a component: {% wrap "panel" title="…" %}')
    inputs = token_kwargs(bits[1:], parser)
    nodelist = parser.parse(("endwrap",))
    parser.delete_first_token()
    return WrapNode(parser.compile_filter(bits[0]), inputs, nodelist)


@register.simple_tag
def site_name() -> str:
    """For pages that are drawn without a request, such as that of a crash."""
    return str(settings.SITE_NAME)


@register.filter
def lead_in(label: object) -> str:
    """A label before what is said about it: “Title:”, but “Who holds the rights?”."""
    words = str(label).rstrip()
    return words if words.endswith(("?", "!", ":", ".", "…")) else f"{words}:"


@register.filter(expects_localtime=True)
def moment(at: datetime) -> str:
    """A time with its zone: the reader's, or after `|utc` that of legal texts."""
    return moments.in_words(at)
