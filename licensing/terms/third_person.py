"""The terms in plain words for whoever is no party to them, such as a visitor of the verify page.

The deed speaks to the creator as “you” and of the licensee as “they”; to a stranger both would be wrong. What the
creator is given in return is between the parties and left out. Nobody signs these words: they may change at any time.
"""

from __future__ import annotations

from dataclasses import replace

from licensing.terms import wording, wording_da, wording_en
from licensing.terms.values import Terms
from licensing.terms.vocabulary import Channel

BETWEEN_THE_PARTIES = "you_get"

ENGLISH = replace(
    wording_en.ENGLISH,
    titles=wording_en.TITLES
    | {
        "they_may": "The licensee may",
        "they_must": "The licensee must",
        "they_may_not": "The licensee may not",
        "your_promise": "The creator’s promise",
        "change_of_mind": "Taking it back",
    },
    channels=wording_en.CHANNELS
    | {
        Channel.WEBSITE: "on its own website",
        Channel.IN_STORE: "in its own shops",
        Channel.INTERNAL: "inside its own organization",
    },
    phrases=wording_en.PHRASES
    | {
        "agencies": "let these agencies use it on its behalf: {agencies}",
        "no_credit": "use it without naming the creator",
        "credit": "credit the creator {placement}, like this: {credit_line}",
        "link": "make the credit a link to {link}",
        "aim": "aim it at people in the places named below, when it is used online",
        "take_over_not": "take over the creator’s rights to the work",
        "exclusive": "While the license runs, the creator lets nobody else use the work for {category}.",
        "exclusive_self": "The creator may still show it.",
        "months_one": "One month, counted from the grant.",
        "months_many": "{months} months, counted from the grant.",
        "late": "If it was granted after the start, it began with the grant.",
        "forever_until": "It runs until the creator takes it back.",
        "revoke": "The creator can take the license back at any time. It then ends at once.",
        "revoke_day": "The creator can take the license back at any time. It then ends one day later.",
        "revoke_days": "The creator can take the license back at any time. It then ends {days} days later.",
        "revoke_not": "The creator cannot take the license back. It runs until it ends by itself.",
        "revoke_never": "The creator can never take the license back.",
    },
)

DANISH = replace(
    wording_da.DANISH,
    titles=wording_da.TITLES
    | {
        "they_may": "Licenstageren må",
        "they_must": "Licenstageren skal",
        "they_may_not": "Licenstageren må ikke",
        "your_promise": "Skaberens løfte",
        "change_of_mind": "Tilbagekaldelse",
    },
    phrases=wording_da.PHRASES
    | {
        "agencies": "lade disse bureauer bruge det på sine vegne: {agencies}",
        "no_credit": "bruge det uden at nævne skaberen",
        "credit": "kreditere skaberen {placement}, sådan her: {credit_line}",
        "aim": "rette det mod folk på de steder, der står nedenfor, når det bruges på nettet",
        "pass_on_further_not": "give det videre til nogen ud over disse bureauer",
        "take_over_not": "overtage skaberens rettigheder til værket",
        "exclusive": "Så længe licensen gælder, lader skaberen ingen andre bruge værket til {category}.",
        "exclusive_self": "Skaberen må stadig selv vise det.",
        "months_one": "Én måned, regnet fra licensen blev givet.",
        "months_many": "{months} måneder, regnet fra licensen blev givet.",
        "late": "Blev den givet efter starten, begyndte den, da den blev givet.",
        "forever_until": "Den gælder, til skaberen trækker den tilbage.",
        "revoke": "Skaberen kan trække licensen tilbage når som helst. Så slutter den med det samme.",
        "revoke_day": "Skaberen kan trække licensen tilbage når som helst. Så slutter den én dag senere.",
        "revoke_days": "Skaberen kan trække licensen tilbage når som helst. Så slutter den {days} dage senere.",
        "revoke_not": "Skaberen kan ikke trække licensen tilbage. Den gælder, til den slutter af sig selv.",
        "revoke_never": "Skaberen kan aldrig trække licensen tilbage.",
    },
)

LANGUAGES = {language.code: language for language in (ENGLISH, DANISH)}


def sections(terms: Terms, locale: str) -> tuple[wording.Section, ...]:
    """In the language of `locale`, or in English where we have no such language."""
    language = LANGUAGES[wording.language_of(locale).code]
    return tuple(section for section in wording.sections_of(terms, language) if section.code != BETWEEN_THE_PARTIES)
