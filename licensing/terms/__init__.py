"""The terms of a license: one immutable value with a closed vocabulary, one canonical form, one hash."""

from licensing.terms.canonical import from_canonical, terms_hash, to_canonical, to_mapping
from licensing.terms.errors import TermsInvalid
from licensing.terms.parsing import parse
from licensing.terms.values import VERSION, Terms

__all__ = [
    "VERSION",
    "Terms",
    "TermsInvalid",
    "from_canonical",
    "parse",
    "terms_hash",
    "to_canonical",
    "to_mapping",
]
