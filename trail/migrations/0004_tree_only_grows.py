from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("trail", "0003_tree")]

    operations = [
        append_only("trail_tile", fixed=["id", "level", "number"], growing=["hashes"]),
        append_only("trail_checkpoint", fixed=["id", "size", "root", "note", "signed_at"]),
        append_only("trail_signingkey", fixed=["id", "verifier", "starts_at"], once=["ends_at"]),
        append_only("trail_signature", fixed=["id", "checkpoint_id", "verifier", "line", "received_at"]),
    ]
