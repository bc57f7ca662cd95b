import json
from datetime import timedelta

from django.db import migrations, models

from core.append_only import append_only, laid_aside

FIXED = [
    "id", "public_id", "number", "request_id", "offer_id", "submission_id", "licensor_id", "licensee_id",
    "licensee_name", "work_title", "media_file_id", "evidence_id", "terms", "terms_hash", "starts_at", "ends_at",
    "granted_at", "granted_by_id",
]
ONCE = ["ended_at", "ended_by_id", "ended_from"]


def fill_in(apps, schema_editor):
    License = apps.get_model("licensing", "License")
    for license in License.objects.all():
        revocation = json.loads(license.terms)["revocation"]
        if revocation["allowed"]:
            License.objects.filter(pk=license.pk).update(notice=timedelta(days=revocation["notice_days"]))


class Migration(migrations.Migration):
    dependencies = [("licensing", "0006_deliveries_lately")]

    operations = [
        laid_aside("licensing_license", fixed=FIXED, once=ONCE, erasable=["licensor_name"]),
        migrations.AddField("license", "notice", models.DurationField(null=True)),
        migrations.RunPython(fill_in, migrations.RunPython.noop),
        append_only("licensing_license", fixed=[*FIXED, "notice"], once=ONCE, erasable=["licensor_name"]),
    ]
