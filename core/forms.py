"""How forms are drawn: Django's own renderer with our field template."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """Replaced by the design system's templates under templates/django/forms/."""
