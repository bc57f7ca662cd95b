from django.conf import settings
from django.db import migrations, models

from core.append_only import append_only, laid_aside

EVIDENCE = [
    "id", "public_id", "person_id", "act", "method", "detail", "text", "language", "text_version", "text_hash", "acted_at",
]


class Migration(migrations.Migration):

    dependencies = [
        ('consent', '0002_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        laid_aside("consent_evidence", fixed=EVIDENCE),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(('method__in', ['passkey_signature', 'reauthentication', 'session', 'email_link', 'brand_asserted'])), name='consent_evidence_method'),
        ),
        append_only("consent_evidence", fixed=EVIDENCE),
        migrations.AddConstraint(
            model_name='record',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'given')), fields=('person', 'subject', 'notice'), name='consent_one_given_record'),
        ),
    ]
