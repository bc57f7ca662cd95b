from django.db import migrations, models

from core.append_only import append_only, laid_aside

EVIDENCE = [
    "id", "public_id", "person_id", "act", "method", "detail", "text", "language", "text_version", "text_hash", "acted_at",
]


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_closed_vocabularies")]

    operations = [
        laid_aside("consent_evidence", fixed=EVIDENCE),
        migrations.AddField("evidence", "signature", models.TextField(blank=True, default="")),
        append_only("consent_evidence", fixed=[*EVIDENCE, "signature"]),
    ]
