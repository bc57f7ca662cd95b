"""Terms in plain words: the text that the creator reads before they say yes, and that is kept as evidence of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from core.text import line
from licensing.terms import lines
from licensing.terms.canonical import terms_hash
from licensing.terms.language import Language
from licensing.terms.values import Terms
from licensing.terms.wording_da import DANISH
from licensing.terms.wording_en import ENGLISH

# Moves with every change to a word of wording_en, wording_da or lines.
WORDING_VERSION = "terms-3"

LANGUAGES = {language.code: language for language in (ENGLISH, DANISH)}


@dataclass(frozen=True)
class Section:
    """`code` picks the icon. Where `continues`, each line ends the sentence that the title begins."""

    code: str
    title: str
    lines: tuple[str, ...]
    continues: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        if not self.continues:
            return self.lines
        return tuple(f"{self.title} {line}." for line in self.lines)


@dataclass(frozen=True)
class Wording:
    locale: str
    version: str
    title: str
    intro: str
    sections: tuple[Section, ...]
    # Names the exact terms, so that the text binds them too.
    fingerprint: str

    @property
    def text(self) -> str:
        """All of it as plain text, for evidence, mail and PDF; `hash` is over its UTF-8 bytes."""
        blocks = [f"{self.title}\n\n{self.intro}"]
        blocks += ["\n".join([section.title, *(f"- {line}" for line in section.lines)]) for section in self.sections]
        return "\n\n".join([*blocks, self.fingerprint]) + "\n"

    @property
    def hash(self) -> str:
        return wording_hash(self.text)


def sentences(terms: Terms, *, licensee_name: str, work_title: str, locale: str) -> Wording:
    """The deed in the language of `locale`, or in English where we have no such language: see `Wording.locale`."""
    language = language_of(locale)
    names = {"licensee": line(licensee_name), "title": line(work_title)}
    return Wording(
        locale=language.code,
        version=WORDING_VERSION,
        title=language.phrase("title", names),
        intro=language.phrase("intro", names),
        sections=sections_of(terms, language),
        fingerprint=language.phrase("fingerprint", {"hash": terms_hash(terms)}),
    )


def text(terms: Terms, *, licensee_name: str, work_title: str, locale: str) -> str:
    return sentences(terms, licensee_name=licensee_name, work_title=work_title, locale=locale).text


def summary(terms: Terms, *, licensee_name: str, work_title: str, locale: str) -> str:
    """The same in one short paragraph, for the top of the card and under the brand's form."""
    language = language_of(locale)
    found = lines.summary(terms, language, licensee=line(licensee_name), title=line(work_title))
    return " ".join(language.phrase(key, values) for key, values in found)


def read(text: str, locale: str) -> tuple[Section, ...]:
    """The sections of a kept text, line by line as they were read: what `Wording.text` wrote, taken apart again.

    Raises:
        ValueError: it is laid out otherwise, or its titles are none of this language's.
    """
    language = language_of(locale)
    codes = {title: code for code, title in language.titles.items()}
    _, _, *blocks, fingerprint = text.removesuffix("\n").split("\n\n")
    sections = tuple(_read_section(block, codes) for block in blocks)
    if not sections or "\n" in fingerprint:
        raise ValueError("this text is not laid out in sections")
    return sections


def definition_in(text: str) -> str:
    """The line of a kept text that says who "they" and "you" are."""
    return text.split("\n\n")[1]


def _read_section(block: str, codes: Mapping[str, str]) -> Section:
    title, *lines_of = block.split("\n")
    if title not in codes or not lines_of or not all(line.startswith("- ") for line in lines_of):
        raise ValueError(f"this is no section: {title}")
    code = codes[title]
    return Section(code, title, tuple(line.removeprefix("- ") for line in lines_of), code in lines.CONTINUED)


def wording_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def language_of(locale: str) -> Language:
    return LANGUAGES.get(locale[:2].lower(), ENGLISH)


def sections_of(terms: Terms, language: Language) -> tuple[Section, ...]:
    """Those for which the terms call; a section without a line is left out."""
    worded = (
        Section(
            code=code,
            title=language.titles[code],
            lines=tuple(language.phrase(key, values) for key, values in section(terms, language)),
            continues=code in lines.CONTINUED,
        )
        for code, section in lines.SECTIONS.items()
    )
    return tuple(section for section in worded if section.lines)
