"""Queries that are compiled once per process and asked anew at each request.

Django takes longer to compile a query of a public page than the database to answer it. Only for conditions that depend
on rows and arguments alone: a value that the query set computes by itself, such as the present time, would be frozen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet

Row = tuple[Any, ...]


class Prepared:
    """`make(*arguments)` builds a `values_list` query set of plain columns: numbers and texts, as the driver has them.

    `examples` stand for the arguments when it is compiled; each must be unlike every other value in the query.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], *examples: Any) -> None:
        self.make = make
        self.examples = examples
        self._compiled: dict[str, tuple[str, list[Any], list[tuple[int, int]]]] = {}

    def rows(self, *arguments: Any) -> list[Row]:
        sql, fixed, places = self._statement()
        values = list(fixed)
        for place, number in places:
            values[place] = arguments[number]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found: list[Row] = cursor.fetchall()
        return found

    def _statement(self) -> tuple[str, list[Any], list[tuple[int, int]]]:
        if connection.vendor not in self._compiled:
            sql, values = self.make(*self.examples).query.sql_with_params()
            self._compiled[connection.vendor] = (sql, list(values), _places(values, self.examples))
        return self._compiled[connection.vendor]


def _places(values: Sequence[Any], examples: Sequence[Any]) -> list[tuple[int, int]]:
    """Where each example stands among the values."""
    places = [
        (place, number)
        for place, value in enumerate(values)
        for number, example in enumerate(examples)
        if type(value) is type(example) and value == example
    ]
    if {number for _, number in places} != set(range(len(examples))):
        raise ValueError("an argument of this query does not reach the database as it was given")
    return places
