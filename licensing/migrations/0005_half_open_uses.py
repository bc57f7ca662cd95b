from datetime import timedelta

from django.db import migrations, models

from core.append_only import append_only, laid_aside

FIXED = [
    "id", "public_id", "license_id", "channel", "place", "url", "credit_line", "starts_on", "noted_at", "noted_by_id",
]


def to_the_day_after(apps, schema_editor):
    """Forms asked for the last day and kept it as it was typed."""
    Use = apps.get_model("licensing", "Use")
    for use in Use.objects.exclude(ends_on=None):
        Use.objects.filter(pk=use.pk).update(ends_on=use.ends_on + timedelta(days=1))


def to_the_last_day(apps, schema_editor):
    Use = apps.get_model("licensing", "Use")
    for use in Use.objects.exclude(ends_on=None):
        Use.objects.filter(pk=use.pk).update(ends_on=use.ends_on - timedelta(days=1))


class Migration(migrations.Migration):
    dependencies = [("licensing", "0004_party_names")]

    operations = [
        laid_aside("licensing_use", fixed=FIXED, once=["ends_on"]),
        migrations.RunPython(to_the_day_after, to_the_last_day),
        migrations.AddConstraint(
            "use",
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gt=models.F("starts_on")),
                name="licensing_use_period",
            ),
        ),
        append_only("licensing_use", fixed=FIXED, once=["ends_on"]),
    ]
