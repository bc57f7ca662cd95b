"""For test runs: a template of ours that names a variable which is not there fails, instead of showing nothing.

What `{% if %}` and `{% for %}` ask about may be absent, as Django has it; templates of other packages may rely on more.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


class UndefinedVariable(Exception):
    """Named in a template of ours and given by nobody."""


class Undefined(str):
    """`string_if_invalid`: Django fills in the name of the variable, and with it says that there is none."""

    def __new__(cls) -> Undefined:
        return super().__new__(cls, "%s")

    def __mod__(self, variable: Any) -> str:
        origin = _rendered_template()
        if TEMPLATES in Path(origin).parents:
            raise UndefinedVariable(f"{origin}: {variable}")
        return ""


def _rendered_template() -> str:
    """Django hands over the variable alone; the template is known one frame above."""
    frame = inspect.currentframe()
    while frame is not None:
        context = frame.f_locals.get("context")
        template = getattr(getattr(context, "render_context", None), "template", None)
        if template is not None:
            return str(template.origin.name)
        frame = frame.f_back
    return ""
