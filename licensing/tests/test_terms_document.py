"""docs/terms.md is what outsiders build on: it names every code, and its example is right."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.conf import settings
from django.db.models import TextChoices

from licensing.purposes import Purpose
from licensing.reasons import DUTIES, SENTENCES
from licensing.terms import from_canonical, terms_hash, territories, to_mapping, vocabulary
from licensing.tests import sample_terms

DOCUMENT = (settings.BASE_DIR / "docs" / "terms.md").read_text()
KINDS = [
    vocabulary.Channel,
    vocabulary.TermKind,
    vocabulary.Edit,
    vocabulary.ExclusivityKind,
    vocabulary.AiUse,
    vocabulary.Placement,
    vocabulary.CompensationKind,
    vocabulary.PrintedMatter,
    vocabulary.RunningAds,
    vocabulary.Context,
    Purpose,
]


@pytest.mark.parametrize("kind", KINDS)
def test_document_names_every_code(kind: type[TextChoices]) -> None:
    assert [code for code in kind.values if f"`{code}`" not in DOCUMENT] == []


def test_document_names_every_field_group_reason_and_duty() -> None:
    named = [*to_mapping(sample_terms.terms()), *territories.GROUPS, *SENTENCES, *DUTIES]

    assert [code for code in named if f"`{code}" not in DOCUMENT] == []


def test_document_shows_a_true_example() -> None:
    found = re.search(r"```json\n(.*)\n```", DOCUMENT)
    assert found is not None
    example = found.group(1)

    assert from_canonical(example) == sample_terms.terms()
    assert terms_hash(sample_terms.terms()) == hashlib.sha256(example.encode()).hexdigest()
    assert terms_hash(sample_terms.terms()) in DOCUMENT
