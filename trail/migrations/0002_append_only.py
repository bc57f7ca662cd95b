from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [
        append_only(
            "trail_entry",
            fixed=["id", "kind", "subject", "topic", "actor", "recorded_at", "body", "leaf_hash"],
            once=["index"],
        ),
        append_only(
            "trail_sealedvalue", fixed=["id", "entry_id", "name", "person"], once=["erased_at"], erasable=["value", "salt"]
        ),
    ]
