"""Django's SQLite backend, made to refuse what PostgreSQL refuses.

SQLite takes any length of text for a `varchar(20)`, any number for an `integer` and the character NUL anywhere. What is
too long for PostgreSQL would be found out on the day of the move. Each column says it itself, as a CHECK that Django
writes when it makes the table; a refusal is an `IntegrityError` here and a `DataError` there.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3.schema import DatabaseSchemaEditor
from django.db.models import Model

_NO_NUL = 'instr("%(column)s", char(0)) = 0'
_SHORT_ENOUGH = f'(length("%(column)s") <= %(max_length)s AND {_NO_NUL})'
_INTEGER, _SMALL = 2**31 - 1, 2**15 - 1


class TriggerKeepingEditor(DatabaseSchemaEditor):
    """To change a column, Django makes the table anew and drops the old one, whose triggers would be gone with it."""

    def _remake_table(self, model: type[Model], *arguments: Any, **changes: Any) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute(
                "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [model._meta.db_table]
            )
            triggers = [sql for (sql,) in cursor.fetchall()]
        super()._remake_table(model, *arguments, **changes)  # type: ignore[misc]
        for sql in triggers:
            self.execute(sql)


class DatabaseWrapper(base.DatabaseWrapper):
    SchemaEditorClass = TriggerKeepingEditor
    data_type_check_constraints: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **base.DatabaseWrapper.data_type_check_constraints,
        "CharField": _SHORT_ENOUGH,
        "FileField": _SHORT_ENOUGH,
        "SlugField": _SHORT_ENOUGH,
        "TextField": _NO_NUL,
        # `\u0000`, unless the backslash is itself a character of the text.
        "JSONField": r"""(json_valid("%(column)s") AND instr(replace("%(column)s", '\\', ''), '\u0000') = 0)""",
        "IntegerField": f'"%(column)s" BETWEEN {-_INTEGER - 1} AND {_INTEGER}',
        "PositiveIntegerField": f'"%(column)s" BETWEEN 0 AND {_INTEGER}',
        "PositiveSmallIntegerField": f'"%(column)s" BETWEEN 0 AND {_SMALL}',
        "SmallIntegerField": f'"%(column)s" BETWEEN {-_SMALL - 1} AND {_SMALL}',
    }
