"""The legal text in Danish. A changed word is a new wording.WORDING_VERSION."""

from __future__ import annotations

from licensing.terms.language import Language
from licensing.terms.vocabulary import AiUse, Channel, Context, Edit, Placement

TITLES = {
    "they_may": "De må",
    "they_must": "De skal",
    "they_may_not": "De må ikke",
    "your_promise": "Dit løfte",
    "until_when": "Hvor længe",
    "where": "Hvor",
    "you_get": "Du får",
    "change_of_mind": "Hvis du fortryder",
}

CHANNELS = {
    Channel.WEBSITE: "på egen hjemmeside",
    Channel.ORGANIC_SOCIAL: "i opslag på sociale medier",
    Channel.PAID_SOCIAL: "i betalte annoncer på sociale medier",
    Channel.EMAIL: "i e-mails og nyhedsbreve",
    Channel.PRINT: "på tryk",
    Channel.OUT_OF_HOME: "på plakater og skærme på offentlige steder",
    Channel.TV: "på tv",
    Channel.IN_STORE: "i egne butikker",
    Channel.MARKETPLACE: "på markedspladser på nettet",
    Channel.PRESS: "i materiale til pressen",
    Channel.INTERNAL: "internt i egen organisation",
}

EDITS = {
    Edit.CROP: "beskære det",
    Edit.CAPTION: "sætte tekst på det",
    Edit.CUT: "klippe det kortere",
    Edit.COMBINE: "sætte det sammen med andre værker",
    Edit.AI_EDIT: "ændre det med AI",
}

AI_USES = {
    AiUse.GENERATIVE_TRAINING: "bruge det til at træne AI, der laver nye billeder, film, lyd eller tekst",
    AiUse.OTHER_TRAINING: "bruge det til at træne anden AI, for eksempel AI, der sorterer eller finder billeder",
    AiUse.INPUT_OR_REFERENCE: "give det til et AI-værktøj som input eller forlæg",
    AiUse.FACE_OR_VOICE_REPLICA: "lade AI efterligne ansigt eller stemme hos nogen i værket",
    AiUse.TEXT_AND_DATA_MINING: "lade programmer trække data og mønstre ud af det",
}

AI_USES_IN_SHORT = {
    AiUse.GENERATIVE_TRAINING: "træne AI med det til at lave nyt indhold",
    AiUse.OTHER_TRAINING: "træne anden AI med det",
    AiUse.INPUT_OR_REFERENCE: "bruge det som input til AI",
    AiUse.FACE_OR_VOICE_REPLICA: "efterligne ansigt eller stemme med AI",
    AiUse.TEXT_AND_DATA_MINING: "trække data ud af det",
}

PLACEMENTS = {
    Placement.BESIDE: "lige ved siden af værket",
    Placement.CAPTION: "i billedteksten eller i opslagets tekst",
    Placement.ON_WORK: "på selve værket",
    Placement.CREDITS_PAGE: "på en side med krediteringer",
}

CONTEXTS = {
    Context.ALCOHOL: "alkohol",
    Context.TOBACCO: "tobak",
    Context.GAMBLING: "pengespil",
    Context.POLITICS: "politik",
    Context.RELIGION: "religion",
    Context.ADULT: "seksuelt indhold",
    Context.WEAPONS: "våben",
    Context.HEALTH_CLAIMS: "sundhedspåstande",
    Context.WEIGHT_LOSS: "vægttab",
    Context.LOANS: "lån",
}

GROUPS = {
    "world": "hele verden",
    "EU": "EU (de 27 lande)",
    "EEA": "EØS (30 lande)",
    "EEA_UK_CH": "Europa (EØS, Storbritannien og Schweiz)",
    "nordics": "Norden (med Grønland, Færøerne og Åland)",
    "scandinavia": "Skandinavien (Danmark, Norge og Sverige)",
    "baltics": "Baltikum (Estland, Letland og Litauen)",
    "benelux": "Benelux (Belgien, Nederlandene og Luxembourg)",
    "DACH": "DACH-landene (Tyskland, Østrig og Schweiz)",
    "north_america": "Nordamerika (Canada, Mexico og USA)",
}

GROUPS_IN_SHORT = {
    "world": "hele verden",
    "EU": "EU",
    "EEA": "EØS",
    "EEA_UK_CH": "EØS med Storbritannien og Schweiz",
    "nordics": "Norden",
    "scandinavia": "Skandinavien",
    "baltics": "Baltikum",
    "benelux": "Benelux",
    "DACH": "DACH-landene",
    "north_america": "Nordamerika",
}

PHRASES = {
    "title": "Licens til {title}",
    "intro": "Her betyder »de« {licensee}. »Du« betyder den, der har skabt værket.",
    "fingerprint": "Fingeraftryk af disse vilkår (SHA-256): {hash}",
    # De må …
    "use": "bruge værket {channels}",
    "resize": "ændre størrelse og filformat",
    "pay": "betale for at få det vist, i annoncer og boostede opslag",
    "edit": "{edits}",
    "agencies": "lade disse bureauer bruge det på deres vegne: {agencies}",
    "no_credit": "bruge det uden at nævne dig",
    "use_up_print": "bruge eksemplarer op, der blev trykt, før licensen sluttede",
    "finish_ads": "lade bestilte annoncer køre i op til 30 dage, efter at licensen er slut",
    "ai": "{ai_use}",
    # De skal …
    "credit": "kreditere dig {placement}, sådan her: {credit_line}",
    "link": "lade krediteringen linke til {link}",
    "aim": "rette det mod folk på de steder, der står nedenfor, når de bruger det på nettet",
    "stop": "holde op med at bruge det og tage det ned, når licensen slutter",
    "stop_the_rest": "holde op med al anden brug og tage det ned, når licensen slutter",
    "withdraw_print": "trække trykte eksemplarer tilbage, når licensen slutter",
    "stop_ads": "stoppe annoncer, der kører, når licensen slutter",
    # De må ikke …
    "use_not": "bruge det på andre måder end dem, der står her",
    "pay_not": "betale for at få det vist, i annoncer eller boostede opslag",
    "edit_not": "ændre det på andre måder",
    "ai_edit_not": "ændre det med AI",
    "pass_on_not": "give det videre til andre",
    "pass_on_further_not": "give det videre til nogen ud over dem",
    "contexts_not": "vise det sammen med {contexts}",
    "ai_not": "{ai_use}",
    "take_over_not": "overtage dine rettigheder til værket",
    # Du får …
    "get_none": "ingen betaling",
    "get_fee": "{money}, betalt én gang",
    "get_product": "dette produkt: {product}",
    # Herfra hele sætninger.
    "exclusive": "Så længe licensen gælder, lader du ingen andre bruge værket til {category}.",
    "exclusive_self": "Du må stadig selv vise det.",
    "months_one": "Én måned, regnet fra du siger ja.",
    "months_many": "{months} måneder, regnet fra du siger ja.",
    "days": "Fra den {first} til og med den {last}. Dagene regnes i UTC.",
    "day": "Kun den {first}. Dagen regnes i UTC.",
    "moments": "Fra den {start} til den {end}.",
    "late": "Siger du ja efter starten, begynder den med dit ja.",
    "forever": "For altid. Der er ingen slutdato.",
    "forever_until": "Den gælder, til du trækker den tilbage.",
    "places": "Kun her: {places}.",
    "world": "I hele verden.",
    "revoke": "Du kan trække licensen tilbage når som helst. Så slutter den med det samme.",
    "revoke_day": "Du kan trække licensen tilbage når som helst. Så slutter den én dag senere.",
    "revoke_days": "Du kan trække licensen tilbage når som helst. Så slutter den {days} dage senere.",
    "revoke_not": "Du kan ikke trække licensen tilbage. Den gælder, til den slutter af sig selv.",
    "revoke_never": "Du kan aldrig trække licensen tilbage. Tænk dig godt om, før du siger ja.",
    # Resuméet.
    "ask": "{licensee} vil gerne bruge {title} {channels}.",
    "cover_month": "Licensen gælder for {places} i én måned, fra du siger ja.",
    "cover_months": "Licensen gælder for {places} i {months} måneder, fra du siger ja.",
    "cover_days": "Licensen gælder for {places} fra den {first} til og med den {last}.",
    "cover_day": "Licensen gælder for {places} og kun den {first}.",
    "cover_moments": "Licensen gælder for {places} fra den {start} til den {end}.",
    "cover_forever": "Licensen gælder for {places} og har ingen slutdato.",
    "more_places": "{count} steder mere",
    "short_pay_edit": "De må betale for at vise det, og de må {edits}.",
    "short_pay": "De må betale for at vise det, men ikke ændre det.",
    "short_edit": "De må {edits}, men ikke betale for at vise det.",
    "short_neither": "De må hverken ændre det eller betale for at vise det.",
    "short_ai_none": "De må ikke bruge det med AI.",
    "short_ai_edit_only": "De må ikke bruge det med AI på andre måder.",
    "short_ai": "De må {ai_uses}.",
    "short_ai_rest_not": "Al anden brug med AI er et nej.",
    "short_agencies": "De må lade {agencies} bruge det på deres vegne.",
    "short_exclusive": "I den tid lader du ingen andre bruge det til {category}.",
    "short_get_none": "Du får ingen betaling.",
    "short_get_fee": "Du får {money}, betalt én gang.",
    "short_get_product": "Du får {product}.",
    "short_get_both": "Du får {money} og {product}.",
    "short_credit": "Du krediteres som {credit_line}.",
    "short_no_credit": "De behøver ikke nævne dig.",
    "short_revoke": "Du kan trække licensen tilbage når som helst.",
    "short_revoke_day": "Du kan trække licensen tilbage med én dags varsel.",
    "short_revoke_days": "Du kan trække licensen tilbage med {days} dages varsel.",
    "short_revoke_not": "Du kan ikke trække licensen tilbage.",
}

DANISH = Language(
    code="da",
    quotation_marks=("»", "«"),
    and_word="og",
    or_word="eller",
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
    # Kroner are written as Danes write them; of other currencies, several share a sign.
    money_formats={"DKK": "#,##0.00\u00a0¤", "": "#,##0.00\u00a0¤¤"},
    day_format="d. MMMM y",
    moment_format="d. MMMM y 'kl.' HH.mm 'UTC'",
    exact_moment_format="d. MMMM y 'kl.' HH.mm.ss 'UTC'",
    articles={},
)
