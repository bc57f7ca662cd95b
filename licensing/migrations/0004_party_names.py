from django.db import migrations, models

from core.append_only import append_only, laid_aside

FIXED = [
    "id", "public_id", "number", "request_id", "offer_id", "submission_id", "licensor_id", "licensee_id",
    "media_file_id", "evidence_id", "terms", "terms_hash", "starts_at", "ends_at", "granted_at", "granted_by_id",
]
ONCE = ["ended_at", "ended_by_id", "ended_from"]


def fill_in(apps, schema_editor):
    """What was granted before takes the names of today: nothing kept the earlier ones in columns."""
    License = apps.get_model("licensing", "License")
    for license in License.objects.select_related("licensor", "licensee", "submission"):
        License.objects.filter(pk=license.pk).update(
            licensor_name=license.licensor.name,
            licensee_name=license.licensee.name,
            work_title=license.submission.title,
        )


class Migration(migrations.Migration):
    dependencies = [("licensing", "0003_lapsed_requests")]

    operations = [
        laid_aside("licensing_license", fixed=FIXED, once=ONCE),
        migrations.AddField("license", "licensor_name", models.CharField(max_length=80, null=True)),
        migrations.AddField(
            "license", "licensee_name", models.CharField(default="", max_length=80), preserve_default=False
        ),
        migrations.AddField(
            "license", "work_title", models.CharField(default="", max_length=120), preserve_default=False
        ),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
        append_only(
            "licensing_license",
            fixed=[*FIXED, "licensee_name", "work_title"],
            once=ONCE,
            erasable=["licensor_name"],
        ),
    ]
