"""What a language brings to the wording: its words, and how it writes lists, places, money and time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_currency

from core.quotation import unquoted
from licensing.terms import currencies, territories
from licensing.terms.vocabulary import AiUse, Channel, Context, Edit, Placement

# The blanks that are filled with what somebody typed. It always stands between quotation marks, so that nobody can take
# it for words of the license.
TYPED = frozenset({"licensee", "title", "agencies", "credit_line", "link", "category", "product"})


@dataclass(frozen=True)
class Language:
    code: str
    quotation_marks: tuple[str, str]
    and_word: str
    or_word: str
    # Section titles, and the templates of every line; each language has the same keys with the same placeholders.
    titles: Mapping[str, str]
    phrases: Mapping[str, str]
    channels: Mapping[Channel, str]
    edits: Mapping[Edit, str]
    ai_uses: Mapping[AiUse, str]
    ai_uses_in_short: Mapping[AiUse, str]
    placements: Mapping[Placement, str]
    contexts: Mapping[Context, str]
    groups: Mapping[str, str]
    groups_in_short: Mapping[str, str]
    # Babel formats of an amount, by currency; the empty key is for all others.
    money_formats: Mapping[str, str]
    # Babel formats of a day and of a moment; pages write them alike (core.formats).
    day_format: str
    moment_format: str
    exact_moment_format: str
    # What stands before the name of a country, where something does.
    articles: Mapping[str, str]

    def phrase(self, key: str, values: Mapping[str, object]) -> str:
        """A blank for what was typed takes one text, or a tuple of several."""
        filled = {name: self._typed(value) if name in TYPED else value for name, value in values.items()}
        return self.phrases[key].format_map(filled)

    def quoted(self, text: str) -> str:
        opening, closing = self.quotation_marks
        return f"{opening}{unquoted(text)}{closing}"

    def _typed(self, value: object) -> str:
        texts = value if isinstance(value, tuple) else (str(value),)
        return self.and_list(self.quoted(text) for text in texts)

    def and_list(self, items: Iterable[str]) -> str:
        return _joined(list(items), self.and_word)

    def or_list(self, items: Iterable[str]) -> str:
        return _joined(list(items), self.or_word)

    def places(self, codes: Iterable[str], *, in_short: bool = False) -> list[str]:
        """Groups first, then countries, each by name."""
        groups = self.groups_in_short if in_short else self.groups
        codes = set(codes)
        named = sorted((groups[code] for code in codes if code in groups), key=str.casefold)
        return named + sorted(map(self.country, codes - set(groups)), key=_without_article)

    def place(self, code: str) -> str:
        return self.groups_in_short[code] if code in territories.GROUPS else self.country(code)

    def country(self, code: str) -> str:
        return f"{self.articles.get(code, '')}{Locale.parse(self.code).territories[code]}"

    def money(self, amount_minor: int, currency: str) -> str:
        written = self.money_formats.get(currency, self.money_formats[""])
        return format_currency(currencies.to_major(amount_minor, currency), currency, written, locale=self.code)

    def day(self, at: datetime) -> str:
        return format_date(at.astimezone(UTC).date(), self.day_format, locale=self.code)

    def last_day(self, ends_at: datetime) -> str:
        return self.day(ends_at - timedelta(days=1))

    def moment(self, at: datetime) -> str:
        written = self.exact_moment_format if at.second else self.moment_format
        return format_datetime(at.astimezone(UTC), written, locale=self.code)


def _joined(items: list[str], word: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def _without_article(name: str) -> str:
    return name.removeprefix("the ").casefold()
