import type { Phrases } from "./en.ts";

/** Elke zin die het programma in het Nederlands zegt. */
export const nl: Phrases = {
  errors: {
    "statistic/unknown": "Onbekende statistiek {kind}. Bekende: {known}.",
    "option/unknown": "Onbekende optie {option}. Bekende opties: {known}.",
    "option/invalid": "Optie {option} moet {expected} zijn.",
    "input/unknown": "Onbekende invoer {input}. Bekende invoer: {known}.",
    "input/missing": "Invoer {input} is nodig: {expected}.",
    "input/invalid": "Invoer {input} moet {expected} zijn.",
    "input/unequal-length": "Alle kolommen moeten even lang zijn: {first} heeft {a} rijen, deze {b}.",
    "input/too-few-columns": "{input} heeft minstens {minimum} kolommen nodig; er zijn er {found} gegeven.",
    "data/unknown-column": "Deze kolom is er niet. Kolommen: {known}.",
    "data/empty": "Er zijn geen gegevensrijen.",
    "data/not-a-number": "Hier staat tekst waar een getal hoort.",
    "data/not-finite": "Hier staat een oneindig getal.",
    "data/outside-range": "Hier staat een waarde buiten {minimum} tot {maximum}.",
    "data/not-a-code": "Hier staat een antwoord dat niet op de antwoordschaal voorkomt ({expected}).",
    "data/constant": "Alle waarden zijn gelijk; er valt niets te analyseren.",
    "data/too-few": "Er zijn {needed} bruikbare {unit} nodig, er zijn er {found}.",
    "data/duplicate-id": "Hier staat hetzelfde id als in rij {first}.",
    "effect/correlation-range": "Een correlatie moet tussen -1 en 1 liggen, de grenzen niet meegerekend.",
    "effect/sample-size": "n moet groter zijn dan {minimum} voor deze effectgrootte.",
    "effect/variance": "Een steekproefvariantie moet groter zijn dan 0.",
    "model/not-converged": "De berekening is na {iterations} stappen niet tot rust gekomen.",
    "model/singular": "De voorspellers overlappen volledig; hun effecten zijn niet te scheiden.",
  },
  notes: {
    "missing/listwise": "{dropped} van {total} rijen weggelaten: er ontbrak een waarde.",
    "missing/pairwise": "Elk paar gebruikt de rijen waarin beide waarden er zijn: n loopt van {lowest} tot {highest}.",
    "column/constant": "{column} heeft overal dezelfde waarde: er bestaat geen correlatie.",
    "item/negative":
      "{item} hangt negatief samen met de rest van zijn schaal ({r}). Er is niets omgepoold: kijk naar de formulering en het codeboek.",
    "alpha/negative": "Alfa is negatief: de items meten niet één ding in één richting.",
    "scale/too-few-items": "Minder dan drie items: alfa zegt weinig.",
  },
  words: {
    note: "Noot",
    missing: "ontbrekend",
    table: "Tabel",
    figure: "Figuur",
  },
  sentences: {
    "and-more": "... en nog {more}.",
    "correlation-is-not-cause":
      "Samenhang is geen oorzaak: deze cijfers tonen niet dat betrokkenheid de uitkomst teweegbrengt.",
  },
};
