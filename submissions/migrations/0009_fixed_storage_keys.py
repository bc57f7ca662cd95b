from django.db import migrations

from core.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("submissions", "0008_closed_vocabularies")]

    operations = [
        append_only(
            "submissions_mediafile",
            fixed=["id", "public_id", "uploaded_by_id", "storage_key", "byte_size"],
            once=["submission_id"],
            deletable=True,
        ),
        append_only(
            "submissions_rendition",
            fixed=["id", "public_id", "media_file_id", "format", "width", "height", "byte_size", "storage_key"],
            deletable=True,
        ),
    ]
