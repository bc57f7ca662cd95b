"""Tables that only grow, said to the database: triggers refuse DELETE and every UPDATE that is not allowed by name.

They also refuse the ways around: TRUNCATE on PostgreSQL, INSERT OR REPLACE on SQLite, which deletes without a DELETE.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REFUSAL = "append-only: this row cannot be changed or deleted"


@dataclass(frozen=True)
class OneWay:
    """`column` may change as long as it holds one of `open`, and never after. From then on the texts in `settled` can
    only be emptied."""

    column: str
    open: Sequence[str]
    settled: Sequence[str] = ()


def append_only(
    table: str,
    *,
    fixed: Sequence[str],
    once: Sequence[str] = (),
    erasable: Sequence[str] = (),
    emptiable: Sequence[str] = (),
    growing: Sequence[str] = (),
    one_way: OneWay | None = None,
    deletable: bool = False,
) -> Any:
    """A migration operation for `table`.

    Columns in `fixed` can never be changed. Columns in `once` may go from NULL to a value, one time; those in
    `erasable` from a value to NULL, those in `emptiable` to the empty string; bytes in `growing` may become longer at
    their end. Other columns may change. DELETE is refused unless `deletable`.
    """

    def install(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        vendor = schema_editor.connection.vendor
        condition = _condition(vendor, fixed, once, erasable, emptiable, growing)
        if one_way is not None:
            condition = " OR ".join([condition, *_after_the_last(vendor, one_way)])
        for statement in (_postgresql if vendor == "postgresql" else _sqlite)(table, condition, deletable):
            schema_editor.execute(statement)
        if vendor != "postgresql":
            schema_editor.execute(_no_replace(table, _keys(schema_editor, table)))

    def uninstall(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
        on_table = f' ON "{table}"' if schema_editor.connection.vendor == "postgresql" else ""
        for action in ("update", "delete", "truncate", "replace"):
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{action}"{on_table}')

    return migrations.RunPython(install, uninstall, hints={"append_only": table})


def laid_aside(table: str, **words: Any) -> Any:
    """Take off the triggers of an `append_only` with the same words: before a migration that says them anew.

    The words are only needed for the way back.
    """
    installed = append_only(table, **words)
    return migrations.RunPython(installed.reverse_code, installed.code)


def _condition(
    vendor: str,
    fixed: Sequence[str],
    once: Sequence[str],
    erasable: Sequence[str],
    emptiable: Sequence[str],
    growing: Sequence[str],
) -> str:
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    broken = [f'OLD."{column}" {differs} NEW."{column}"' for column in fixed]
    broken += [f'(OLD."{column}" IS NOT NULL AND OLD."{column}" {differs} NEW."{column}")' for column in once]
    broken += [f'(NEW."{column}" IS NOT NULL AND OLD."{column}" {differs} NEW."{column}")' for column in erasable]
    broken += [f"""(NEW."{column}" {differs} '' AND OLD."{column}" {differs} NEW."{column}")""" for column in emptiable]
    broken += [f'substr(NEW."{column}", 1, length(OLD."{column}")) {differs} OLD."{column}"' for column in growing]
    return " OR ".join(broken)


def _after_the_last(vendor: str, one_way: OneWay) -> list[str]:
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    values = ", ".join(f"'{value}'" for value in one_way.open)
    closed = f'OLD."{one_way.column}" NOT IN ({values})'
    broken = [f'({closed} AND OLD."{one_way.column}" {differs} NEW."{one_way.column}")']
    for column in one_way.settled:
        broken.append(f"""({closed} AND NEW."{column}" {differs} '' AND OLD."{column}" {differs} NEW."{column}")""")
    return broken


def _postgresql(table: str, condition: str, deletable: bool) -> list[str]:
    function = f"""
        CREATE OR REPLACE FUNCTION core_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
    """
    update = (
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" FOR EACH ROW '
        f"WHEN ({condition}) EXECUTE FUNCTION core_refuse_change()"
    )
    delete = (
        f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" FOR EACH ROW '
        "EXECUTE FUNCTION core_refuse_change()"
    )
    truncate = (
        f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT '
        "EXECUTE FUNCTION core_refuse_change()"
    )
    return [function, update] if deletable else [function, update, delete, truncate]


def _sqlite(table: str, condition: str, deletable: bool) -> list[str]:
    update = (
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" FOR EACH ROW '
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
    delete = (
        f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" FOR EACH ROW '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
    return [update] if deletable else [update, delete]


def _keys(schema_editor: BaseDatabaseSchemaEditor, table: str) -> list[list[str]]:
    """The columns of each key of which no two rows of the table may have the same; SQLite only."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute('SELECT name FROM pragma_index_list(%s) WHERE "unique" AND NOT partial', [table])
        indexes = [name for (name,) in cursor.fetchall()]
        keys = [["id"]]
        for index in indexes:
            cursor.execute("SELECT name FROM pragma_index_info(%s) ORDER BY seqno", [index])
            keys.append([column for (column,) in cursor.fetchall()])
    return keys


def _no_replace(table: str, keys: list[list[str]]) -> str:
    same = " OR ".join("(" + " AND ".join(f'kept."{column}" = NEW."{column}"' for column in key) + ")" for key in keys)
    exists = f'EXISTS (SELECT 1 FROM "{table}" AS kept WHERE {same})'  # noqa: S608 - names of our own
    return (
        f'CREATE TRIGGER "{table}_no_replace" BEFORE INSERT ON "{table}" FOR EACH ROW WHEN {exists} '
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )
