"""The legal text in English. A changed word is a new wording.WORDING_VERSION."""

from __future__ import annotations

from licensing.terms.language import Language
from licensing.terms.vocabulary import AiUse, Channel, Context, Edit, Placement

TITLES = {
    "they_may": "They may",
    "they_must": "They must",
    "they_may_not": "They may not",
    "your_promise": "Your promise",
    "until_when": "Until when",
    "where": "Where",
    "you_get": "You get",
    "change_of_mind": "If you change your mind",
}

CHANNELS = {
    Channel.WEBSITE: "on their own website",
    Channel.ORGANIC_SOCIAL: "in social media posts",
    Channel.PAID_SOCIAL: "in paid ads on social media",
    Channel.EMAIL: "in e-mails and newsletters",
    Channel.PRINT: "in print",
    Channel.OUT_OF_HOME: "on posters and screens in public places",
    Channel.TV: "on TV",
    Channel.IN_STORE: "in their own shops",
    Channel.MARKETPLACE: "in online marketplaces",
    Channel.PRESS: "in press material",
    Channel.INTERNAL: "inside their own organization",
}

EDITS = {
    Edit.CROP: "crop it",
    Edit.CAPTION: "put text on it",
    Edit.CUT: "cut it shorter",
    Edit.COMBINE: "combine it with other works",
    Edit.AI_EDIT: "change it with AI",
}

AI_USES = {
    AiUse.GENERATIVE_TRAINING: "use it to train AI that makes new pictures, film, sound or text",
    AiUse.OTHER_TRAINING: "use it to train other AI, such as AI that sorts or finds pictures",
    AiUse.INPUT_OR_REFERENCE: "give it to an AI tool as input or as a pattern to follow",
    AiUse.FACE_OR_VOICE_REPLICA: "have AI copy the face or voice of anyone in it",
    AiUse.TEXT_AND_DATA_MINING: "let programs mine it for data and patterns",
}

AI_USES_IN_SHORT = {
    AiUse.GENERATIVE_TRAINING: "train AI with it to make new content",
    AiUse.OTHER_TRAINING: "train other AI with it",
    AiUse.INPUT_OR_REFERENCE: "feed it to AI tools",
    AiUse.FACE_OR_VOICE_REPLICA: "copy a face or voice with AI",
    AiUse.TEXT_AND_DATA_MINING: "mine it for data",
}

PLACEMENTS = {
    Placement.BESIDE: "right beside the work",
    Placement.CAPTION: "in the caption or the text of the post",
    Placement.ON_WORK: "on the work itself",
    Placement.CREDITS_PAGE: "on a page with credits",
}

CONTEXTS = {
    Context.ALCOHOL: "alcohol",
    Context.TOBACCO: "tobacco",
    Context.GAMBLING: "gambling",
    Context.POLITICS: "politics",
    Context.RELIGION: "religion",
    Context.ADULT: "sexual content",
    Context.WEAPONS: "weapons",
    Context.HEALTH_CLAIMS: "health claims",
    Context.WEIGHT_LOSS: "weight loss",
    Context.LOANS: "loans",
}

GROUPS = {
    "world": "the whole world",
    "EU": "the EU (its 27 countries)",
    "EEA": "the EEA (30 countries)",
    "EEA_UK_CH": "Europe (the EEA, the United Kingdom and Switzerland)",
    "nordics": "the Nordics (with Greenland, the Faroe Islands and Åland)",
    "scandinavia": "Scandinavia (Denmark, Norway and Sweden)",
    "baltics": "the Baltics (Estonia, Latvia and Lithuania)",
    "benelux": "the Benelux (Belgium, the Netherlands and Luxembourg)",
    "DACH": "the DACH countries (Germany, Austria and Switzerland)",
    "north_america": "North America (Canada, Mexico and the United States)",
}

GROUPS_IN_SHORT = {
    "world": "the whole world",
    "EU": "the EU",
    "EEA": "the EEA",
    "EEA_UK_CH": "the EEA with the UK and Switzerland",
    "nordics": "the Nordics",
    "scandinavia": "Scandinavia",
    "baltics": "the Baltics",
    "benelux": "the Benelux",
    "DACH": "the DACH countries",
    "north_america": "North America",
}

PHRASES = {
    "title": "License for {title}",
    "intro": "Here, “they” means {licensee}. “You” means the creator of the work.",
    "fingerprint": "Fingerprint of these terms (SHA-256): {hash}",
    # They may …
    "use": "use the work {channels}",
    "resize": "change its size and file format",
    "pay": "pay to have it shown, in ads and boosted posts",
    "edit": "{edits}",
    "agencies": "let these agencies use it for them: {agencies}",
    "no_credit": "use it without naming you",
    "use_up_print": "use up copies that were printed before the license ended",
    "finish_ads": "let booked ads run for up to 30 days after the license ends",
    "ai": "{ai_use}",
    # They must …
    "credit": "credit you {placement}, like this: {credit_line}",
    "link": "make your credit a link to {link}",
    "aim": "aim it at people in the places named below, when they use it online",
    "stop": "stop using it and take it down when the license ends",
    "stop_the_rest": "stop all other use and take it down when the license ends",
    "withdraw_print": "take back printed copies when the license ends",
    "stop_ads": "stop ads that are running when the license ends",
    # They may not …
    "use_not": "use it in any other way than said here",
    "pay_not": "pay to have it shown, in ads or boosted posts",
    "edit_not": "change it in any other way",
    "ai_edit_not": "change it with AI",
    "pass_on_not": "pass it on to others",
    "pass_on_further_not": "pass it on to anyone else",
    "contexts_not": "show it together with {contexts}",
    "ai_not": "{ai_use}",
    "take_over_not": "take over your rights to the work",
    # You get …
    "get_none": "no payment",
    "get_fee": "{money}, paid once",
    "get_product": "this product: {product}",
    # Whole sentences from here on.
    "exclusive": "While the license runs, you let nobody else use the work for {category}.",
    "exclusive_self": "You may still show it yourself.",
    "months_one": "One month, counted from when you say yes.",
    "months_many": "{months} months, counted from when you say yes.",
    "days": "From {first} to {last}, both days included. Days are counted in UTC.",
    "day": "On {first} only. The day is counted in UTC.",
    "moments": "From {start} until {end}.",
    "late": "If you say yes after the start, it begins with your yes.",
    "forever": "Forever. There is no end date.",
    "forever_until": "It runs until you take it back.",
    "places": "Only here: {places}.",
    "world": "Everywhere in the world.",
    "revoke": "You can take the license back at any time. It then ends at once.",
    "revoke_day": "You can take the license back at any time. It then ends one day later.",
    "revoke_days": "You can take the license back at any time. It then ends {days} days later.",
    "revoke_not": "You cannot take the license back. It runs until it ends by itself.",
    "revoke_never": "You can never take the license back. Think it over before you say yes.",
    # The summary.
    "ask": "{licensee} asks to use {title} {channels}.",
    "cover_month": "The license covers {places} for one month from when you say yes.",
    "cover_months": "The license covers {places} for {months} months from when you say yes.",
    "cover_days": "The license covers {places} from {first} to {last}.",
    "cover_day": "The license covers {places} on {first} only.",
    "cover_moments": "The license covers {places} from {start} until {end}.",
    "cover_forever": "The license covers {places} and has no end date.",
    "more_places": "{count} more places",
    "short_pay_edit": "They may pay to show it, and they may {edits}.",
    "short_pay": "They may pay to show it, but not change it.",
    "short_edit": "They may {edits}, but not pay to show it.",
    "short_neither": "They may not change it or pay to show it.",
    "short_ai_none": "They may not use it with AI.",
    "short_ai_edit_only": "They may not use it with AI in any other way.",
    "short_ai": "They may {ai_uses}.",
    "short_ai_rest_not": "All other use with AI is a no.",
    "short_agencies": "They may let {agencies} use it for them.",
    "short_exclusive": "In that time you let nobody else use it for {category}.",
    "short_get_none": "You get no payment.",
    "short_get_fee": "You get {money}, paid once.",
    "short_get_product": "You get {product}.",
    "short_get_both": "You get {money} and {product}.",
    "short_credit": "Your credit reads {credit_line}.",
    "short_no_credit": "They need not name you.",
    "short_revoke": "You can take the license back at any time.",
    "short_revoke_day": "You can take the license back with one day’s notice.",
    "short_revoke_days": "You can take the license back with {days} days’ notice.",
    "short_revoke_not": "You cannot take the license back.",
}

_THE = "AE AX BQ BS CC CF CK DO FK FO GB GM HM IM IO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI"

ENGLISH = Language(
    code="en",
    quotation_marks=("“", "”"),
    and_word="and",
    or_word="or",
    titles=TITLES,
    phrases=PHRASES,
    channels=CHANNELS,
    edits=EDITS,
    ai_uses=AI_USES,
    ai_uses_in_short=AI_USES_IN_SHORT,
    placements=PLACEMENTS,
    contexts=CONTEXTS,
    groups=GROUPS,
    groups_in_short=GROUPS_IN_SHORT,
    money_formats={"": "¤¤\u00a0#,##0.00"},
    day_format="d MMMM y",
    moment_format="d MMMM y, HH:mm 'UTC'",
    exact_moment_format="d MMMM y, HH:mm:ss 'UTC'",
    articles=dict.fromkeys(_THE.split(), "the "),
)
