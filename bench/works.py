"""Fill an empty database with N published works by bulk SQL: `python -m bench.works N`.

The rows are what the actions would have written for such works, kept cards and search words included. Left out are
trail entries, which no public page reads, and kept pages of works, which are drawn when they are first asked for. The
same statements run on SQLite and PostgreSQL.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import django
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

CREATORS = 200
WIDTHS = (320, 640, 1280, 2048)
WORDS = ["harbor", "bread", "forest", "bicycle", "window", "market", "winter", "garden", "bridge", "morning"]
START = datetime(2026, 1, 1, tzinfo=UTC)


def fill(works: int) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        notice = _people()
        _numbers(cursor, works)
        _works(cursor, notice)
        _files(cursor)
        _cards_and_words(cursor)
        cursor.execute("DROP TABLE bench_numbers")
    if connection.vendor == "postgresql":
        # Where autovacuum does it by itself sooner or later. SQLite has to do without statistics, as in a real run.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def _people() -> int:
    """Creators, and one consent record that all works point to; its primary key."""
    from accounts.models import User
    from consent import actions as consent
    from consent.models import Evidence
    from creators.models import Creator

    users = User.objects.bulk_create(
        User(email=f"creator{number}@example.com", name=f"Creator {number}") for number in range(CREATORS)
    )
    Creator.objects.bulk_create(
        Creator(user=user, handle=f"creator-{number}", name=f"Creator {number}") for number, user in enumerate(users)
    )
    notice = consent.current_notice("submission", "en")
    given = consent.give(
        person=users[0], notice=notice, subject="sub_0", method=Evidence.Method.SESSION.value, now=START
    )
    return int(given.pk)


def _numbers(cursor: CursorWrapper, works: int) -> None:
    cursor.execute("CREATE TABLE bench_numbers (n INTEGER PRIMARY KEY)")
    cursor.execute(
        "INSERT INTO bench_numbers WITH RECURSIVE counted(n) AS "
        "(SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < %s) SELECT n FROM counted",
        [works],
    )


def _id(prefix: str, number: str) -> str:
    """SQL for a public id of the right shape."""
    digits = f"CAST({number} AS TEXT)"
    return f"'{prefix}_' || substr('{'0' * 20}', 1, 20 - length({digits})) || {digits}"


def _word(position: int) -> str:
    """SQL for one of the words, by the number of the work."""
    cases = " ".join(f"WHEN {index} THEN '{word}'" for index, word in enumerate(WORDS))
    return f"CASE (n / {len(WORDS) ** position}) % {len(WORDS)} {cases} END"


def _at() -> str:
    if connection.vendor == "postgresql":
        return "TIMESTAMPTZ '2026-01-01 00:00:00+00' + n * INTERVAL '1 minute'"
    return "strftime('%Y-%m-%d %H:%M:%S', '2026-01-01', '+' || n || ' minutes')"


def _works(cursor: CursorWrapper, notice: int) -> None:
    cursor.execute(
        f"""
        INSERT INTO submissions_submission (
            id, public_id, creator_id, state, title, description, alt_text, credit_line, rights_holder,
            rights_holder_name, people, ai_use, ai_note, notice_record_id, revision, form_key,
            form_digest, resent_digest, check_run, received_at, published_at, published_by_id)
        SELECT n, {_id("sub", "n")}, (SELECT MIN(id) FROM creators_creator) + n % {CREATORS}, 'published',
            'A ' || {_word(0)} || ' and a ' || {_word(1)}, 'Seen on a long walk, in the light of the early day.',
            'A ' || {_word(0)} || ' in the evening sun; behind it are red houses and a row of trees.',
            'Photo: Creator ' || CAST(n % {CREATORS} AS TEXT), 'self', '', 'none', 'none', '',
            {notice}, 1, CAST(n AS TEXT), '', '', 1, {_at()}, {_at()},
            (SELECT MIN(id) FROM accounts_user)
        FROM bench_numbers
        """
    )
    cursor.execute(
        f"INSERT INTO submissions_tag (submission_id, name) SELECT n, {_word(0)} FROM bench_numbers "
        f"UNION SELECT n, {_word(1)} FROM bench_numbers"
    )


def _files(cursor: CursorWrapper) -> None:
    true = "TRUE" if connection.vendor == "postgresql" else "1"
    cursor.execute(
        f"""
        INSERT INTO submissions_mediafile (
            id, public_id, submission_id, uploaded_by_id, state, storage_key, file_name, byte_size, sha256, media_type,
            width, height, placeholder, color, refusal_code, is_current, uploaded_at)
        SELECT n, {_id("med", "n")}, n, (SELECT MIN(id) FROM accounts_user), 'ready', 'originals/' || CAST(n AS TEXT),
            'picture.jpg', 4000000, CAST(n AS TEXT), 'image/jpeg', 3000, 2000,
            'data:image/webp;base64,{"UklGRg" * 40}', '#7a8b9c', '', {true}, {_at()}
        FROM bench_numbers
        """
    )
    for format_number, kind in enumerate(("webp", "avif")):
        for width_number, width in enumerate(WIDTHS):
            number = f"(n * 8 + {format_number * 4 + width_number})"
            cursor.execute(
                f"""
                INSERT INTO submissions_rendition
                    (public_id, media_file_id, format, width, height, byte_size, storage_key)
                SELECT {_id("ren", number)}, n, '{kind}', {width}, {width * 2 // 3}, 50000,
                    'renditions/' || CAST(n AS TEXT) || '/{width}.{kind}'
                FROM bench_numbers
                """
            )


def _cards_and_words(cursor: CursorWrapper) -> None:
    """The card of one work is drawn, the others are that text with their own ids and words in it."""
    from galleries import cards, keywords
    from submissions.models import Submission

    [card] = cards.build(list(Submission.objects.filter(pk=1)))
    texts = {}
    for language in cards.LANGUAGES:
        text = f"'{getattr(card, f'html_{language}').replace(chr(39), chr(39) * 2)}'"
        pairs = [("sub", "1", "n")] + [("ren", str(8 + part), f"(n * 8 + {part})") for part in range(8)]
        for prefix, number, wanted in pairs:
            text = f"replace({text}, '{prefix}_{number.zfill(20)}', {_id(prefix, wanted)})"
        texts[language] = text
    columns = ", ".join(f"html_{language}" for language in texts)
    cursor.execute(
        f"INSERT INTO galleries_card (submission_id, {columns}, template_hash, revision) "
        f"SELECT n, {', '.join(texts.values())}, '{cards.digest()}', 1 FROM bench_numbers"
    )
    facets = [f"'{keywords.tag('')}' || {_word(position)}" for position in (0, 1)]
    facets += [f"'{keywords.ai_use('none')}'", f"'{keywords.shape('landscape')}'"]
    words = [_word(0), _word(1), "'creator'", "'walk'", "'w' || CAST(n % 5000 AS TEXT)"]
    for position, word in enumerate([*facets, *words]):
        repeated = {1: f"WHERE {_word(0)} <> {_word(1)}", 5: f"WHERE {_word(0)} <> {_word(1)}"}.get(position, "")
        cursor.execute(
            f"INSERT INTO galleries_keyword (submission_id, word, published_at) "
            f"SELECT n, {word}, {_at()} FROM bench_numbers {repeated}"
        )
    cursor.execute(
        "INSERT INTO galleries_tagcount (name, works) SELECT name, COUNT(*) FROM submissions_tag GROUP BY name"
    )


if __name__ == "__main__":
    django.setup()
    fill(int(sys.argv[1]))
