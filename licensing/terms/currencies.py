"""The currencies that terms may name (ISO 4217), each with its number of minor digits."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

_TWO = "AED AUD BGN BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS INR MXN MYR NOK NZD PHP PLN RON SAR SEK SGD THB TRY USD"
_TWO += " ZAR"

MINOR_DIGITS: Mapping[str, int] = MappingProxyType(
    dict.fromkeys(_TWO.split(), 2) | {"ISK": 0, "JPY": 0, "KRW": 0, "KWD": 3}
)


def to_minor(amount: Decimal, currency: str) -> int:
    """1234.50 DKK is 123450. Raises ValueError where the amount is finer than the currency's smallest coin."""
    scaled = amount.scaleb(MINOR_DIGITS[currency])
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{currency} has {MINOR_DIGITS[currency]} decimals")
    return int(scaled)


def to_major(amount_minor: int, currency: str) -> Decimal:
    return Decimal(amount_minor).scaleb(-MINOR_DIGITS[currency])
