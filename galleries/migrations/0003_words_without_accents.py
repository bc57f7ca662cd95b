"""Words of works that were published before are also kept as they are typed without æ ø å and their neighbors."""

from django.db import migrations

from galleries import keywords


def _texts(apps):
    Submission = apps.get_model("submissions", "Submission")
    works = Submission.objects.filter(keywords__isnull=False, published_at__isnull=False).distinct().order_by("pk")
    for work in works.select_related("creator").prefetch_related("tags").iterator(chunk_size=500):
        names = [tag.name for tag in work.tags.all()]
        text = " ".join([work.title, work.description, *names, work.creator.name, work.creator.handle])
        more = set(keywords.spellings(text)) - set(keywords.words(text))
        if more:
            yield work, more


def add(apps, schema_editor):
    Keyword = apps.get_model("galleries", "Keyword")
    for work, more in _texts(apps):
        rows = [Keyword(submission=work, word=word, published_at=work.published_at) for word in sorted(more)]
        Keyword.objects.bulk_create(rows, ignore_conflicts=True)


def remove(apps, schema_editor):
    Keyword = apps.get_model("galleries", "Keyword")
    for work, more in _texts(apps):
        Keyword.objects.filter(submission=work, word__in=more).delete()


class Migration(migrations.Migration):

    dependencies = [
        ("galleries", "0002_kept_texts_and_words"),
        ("submissions", "0007_no_search_text"),
    ]

    operations = [migrations.RunPython(add, remove)]
