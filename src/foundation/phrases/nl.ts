import type { Phrases } from "./en.ts";

/** Elke zin die het programma in het Nederlands zegt. */
export const nl: Phrases = {
  errors: {
    "framework/unknown": "Er is geen theorie {id}. betrokken frameworks somt ze op.",
    "framework/unknown-component": "Er is geen onderdeel {id}. betrokken frameworks show <theorie> somt ze op.",
    "framework/unknown-document": "Er is geen brondocument {id}.",
    "replication/unknown": "Er is geen replicatie {id}. Bekend: {known}.",
    "usage/unknown-command": "Er is geen opdracht {name}. betrokken --help noemt ze.",
    "usage/unknown-task": "{name} bestaat hier niet. Bekend: {known}.",
    "usage/unknown-flag": "Onbekende optie {flag}. Bekend: {known}.",
    "usage/flag-value": "{flag} heeft een waarde nodig: {expected}.",
    "usage/word-missing": "{word} ontbreekt.",
    "statistic/unknown": "Onbekende statistiek {kind}. Bekende: {known}.",
    "option/unknown": "Onbekende optie {option}. Bekende opties: {known}.",
    "option/invalid": "Optie {option} moet {expected} zijn.",
    "option/needed": "Optie {option} is nodig bij {with}.",
    "option/twice": "Optie {option} noemt {value} twee keer.",
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
    "data/too-many-categories": "Meer dan {most} verschillende waarden: dit zijn geen antwoorden op een schaal.",
    "compare/second-or-group": "Geef second (twee kolommen) of group, niet allebei en niet geen van beide.",
    "compare/two-columns": "Een correlatie heeft twee kolommen, het zijn er {found}.",
    "compare/same": "De twee correlaties zijn van dezelfde twee kolommen.",
    "compare/one-group": "Er is één groep, dus er valt niets te vergelijken.",
    "compare/constant":
      "Een van de kolommen heeft in de gebruikte rijen overal dezelfde waarde: er bestaat geen correlatie.",
    "units/no-sample": "Eenheid sample heeft een kolom nodig die de steekproeven van een studie onderscheidt: sample.",
    "units/rho-one":
      "Een gewogen gemiddelde vraagt een rho onder 1: effecten die 1 correleren zijn niet tegen elkaar af te wegen.",
    "moderator/no-contrast":
      "Zonder factoren zijn er geen niveaus om te vergelijken: geef factoren, of contrasten als rijen gewichten.",
    "moderator/no-factor": "Marginale gemiddelden zijn die van de niveaus van een factor: geef factoren.",
    "moderator/none": "Geef moderatoren (getallen), factoren (categorieën) of beide.",
    "group/not-two": "Er zijn {found} groepen ({groups}); er zijn er twee nodig. Neem een selectie van de rijen.",
    "model/dependent":
      "Deze volgen uit de voorspellers ervoor, zodat hun effecten niet te scheiden zijn: {names}. Laat deze weg, of die waar ze uit volgen.",
    "moderator/one-level": "Factor {name} heeft één niveau onder de gebruikte effecten: laat hem weg.",
    "moderator/dependent":
      "Deze hangen vast aan de moderatoren ervoor, dus hun effecten zijn niet te scheiden: {names}. Laat deze weg, of die waar ze van afhangen.",
    "correlated/impossible":
      "De fouten van de effecten van deze studie kunnen niet allemaal zo samengaan: controleer haar correlaties, of kies een andere rho.",
    "correlations/outside": "Een correlatie van 1 of -1, of daarbuiten, heeft geen steekproeffout: controleer haar.",
    "correlations/few-people": "Hier zijn minstens {needed} mensen nodig.",
    "correlations/with-itself": "Een correlatie van {name} met zichzelf: controleer de namen.",
    "correlations/twice":
      "{study} heeft de correlatie van {first} en {second} twee keer: geef elke steekproef een eigen naam, of laat er een weg.",
    "mixed/same-groups":
      "Elke {outer} heeft één {inner}, dus hun verschillen zijn niet uit elkaar te houden: laat een van de twee weg.",
    "mixed/single-rows":
      "Elke {level} heeft één rij en is dus niet te onderscheiden van wat overblijft: laat dit niveau weg.",
    "pairing/unequal": "Ouders hebben {parents} kolommen en leraren {teachers}: geef van beide dezelfde schalen.",
    "scale/reliability-needed": "Eén item heeft geen alfa: geef de betrouwbaarheid ervan, of meer items.",
    "reliability/not-positive":
      "Voor een betrouwbaarheid van 0 of minder kan niet worden gecorrigeerd: kijk na of alle items dezelfde kant op wijzen.",
    "data/too-few": "Er zijn {needed} bruikbare {unit} nodig, er zijn er {found}.",
    "data/single-rows": "Elk cluster heeft één rij; de variatie binnen clusters is dus onbekend.",
    "scale/no-variance": "De som van de items varieert niet; alfa bestaat dan niet.",
    "omega/singular":
      "De items overlappen volledig, of een item heeft overal dezelfde waarde; er is geen factor te schatten. Laat het item weg dat uit de andere volgt.",
    "omega/no-solution":
      "Er is geen enkele factor te schatten: de beste passing zou één item een lading zonder einde geven en de andere geen (een extreem Heywood-geval). De items hangen nauwelijks samen, of er zijn te weinig rijen.",
    "omega/too-many-factors": "{factors} factoren vragen ten minste {needed} items; {found} gegeven.",
    "raters/no-spread": "De gevallen verschillen in het geheel niet; er valt geen betrouwbaarheid te schatten.",
    "data/duplicate-id": "Hier staat hetzelfde id als in rij {first}.",
    "file/not-found": "Dit bestand is er niet.",
    "file/unreadable": "Dit bestand kan niet worden gelezen ({reason}).",
    "file/exists": "Dit bestand bestaat al en is gelaten zoals het was. Zeg het erbij als het vervangen mag worden.",
    "file/unwritable": "Dit bestand kan niet worden geschreven ({reason}).",
    "file/kind": "Dit soort bestand kan niet worden gelezen. Bekende soorten: {known}.",
    "file/not-text": "Dit is geen tekstbestand (een Excel- of SPSS-bestand onder een andere naam?).",
    "file/encoding": "De tekst houdt zich niet aan de codering die de eerste bytes aankondigen ({encoding}).",
    "file/ragged-row": "Hier {found:staat|staan} {found} {found:cel|cellen}, terwijl de kop er {expected} heeft.",
    "file/broken-quote": "Hier begint een aanhalingsteken dat niet wordt gesloten waar de cel eindigt.",
    "file/not-sav": "Dit is geen SPSS-gegevensbestand (.sav of .zsav).",
    "file/truncated": "Het bestand houdt te vroeg op; waarschijnlijk is het afgebroken bij het kopiëren of downloaden.",
    "file/damaged": "Het bestand is beschadigd, in de buurt van byte {position}.",
    "file/unknown-encoding":
      "De tekst staat in een codering die niet kan worden gelezen ({encoding}). Sla het bestand in SPSS op als Unicode.",
    "file/too-large": "Uitgepakt heeft het bestand meer dan {limit} cellen. Kies de kolommen die u nodig hebt.",
    "file/json": "Dit is geen geldige JSON.",
    "file/json-shape": "Verwacht: een lijst van rijen, of een object met columns.",
    "file/json-cell": "Hier staat een lijst of een object waar één waarde hoort.",
    "table/duplicate-column": "Er is al een kolom met deze naam.",
    "table/unequal-length": "Dit heeft {found} waarden, terwijl de tabel {expected} rijen heeft.",
    "effect/correlation-range": "Een correlatie moet tussen -1 en 1 liggen, de grenzen niet meegerekend.",
    "effect/sample-size": "n moet groter zijn dan {minimum} voor deze effectgrootte.",
    "convert/nothing": "Geen van de kolommen waaruit een correlatie kan worden gemaakt is gegeven: {known}.",
    "convert/needs": "{statistic} is niet om te rekenen zonder {needed}.",
    "convert/needs-direction": "{statistic} zegt niet welke kant het verband op gaat: geef direction, 1 of -1.",
    "convert/direction": "direction moet 1 of -1 zijn.",
    "convert/direction-conflict": "Het teken van {statistic} en direction zeggen het tegendeel: controleer de rij.",
    "convert/group-sizes": "n is niet n1 + n2: controleer de rij.",
    "convert/five-numbers":
      "Een gemiddelde vraagt naast de mediaan de kleinste en grootste waarde of beide kwartielen, in volgorde van grootte.",
    "convert/not-a-correlation": "{statistic} geeft een correlatie van 1 of meer: controleer de rij.",
    "effect/columns-lacking": "{measure} heeft de kolommen {needed} nodig. Niet gegeven: {lacking}.",
    "effect/columns-unused": "{measure} gebruikt {unused} niet. De maat wordt gemaakt uit {needed}.",
    "effect/variance-formula": "{measure} heeft geen variantie {variance}. Wel: {known}.",
    "effect/at-least": "Dit moet minstens {minimum} zijn.",
    "effect/larger-than": "Dit moet groter zijn dan {minimum}.",
    "effect/smaller-than": "Dit moet kleiner zijn dan {maximum}.",
    "effect/impossible-row":
      "Deze waarden kunnen niet bij elkaar horen, dus {measure} bestaat hier niet: controleer de rij.",
    "effect/not-available":
      "{measure} of de steekproefvariantie ervan bestaat hier niet: controleer de rij, of laat haar weg.",
    "effect/zero-cell":
      "{measure} of de steekproefvariantie ervan bestaat hier niet, omdat een aantal of een totaal 0 is: zeg met add en to wat er bij de aantallen wordt opgeteld, of laat de rij weg.",
    "effect/one-cluster":
      "{x} met {y}: alle rijen horen bij één cluster, dus hun variantie onder clustering is onbekend. Er zijn meer clusters nodig, of variance design-effect met ICC's en een clustergrootte en zonder cluster.",
    "effect/no-cluster-variance":
      "{x} met {y}: uit {clusters} {clusters:cluster|clusters} valt hier geen variantie te schatten. Kies een andere variance.",
    "option/unknown-column": "{option} noemt de kolom {column}, die niet bij {known} staat.",
    "effect/variance": "Een steekproefvariantie moet groter zijn dan 0.",
    "effect/weight": "Een gewicht moet groter zijn dan 0.",
    "meta/weights-needed": "Hiervoor zijn eigen gewichten nodig: geef een kolom weight.",
    "meta/needs-random": "Het vaste model heeft geen random effecten om te voorspellen: kies een schatter van tau2.",
    "meta/no-ratio":
      "In een van de groepen komt de uitkomst in geen enkele studie voor, of altijd: er bestaat geen ratio.",
    "meta/needs-likelihood":
      "De profiellikelihood vraagt een methode die een likelihood maximaliseert, REML of ML; {method} doet dat niet.",
    "effect/group-sizes": "Groepsgroottes moeten groter zijn dan 0.",
    "model/not-converged": "De berekening is na {iterations} stappen niet tot rust gekomen.",
    "model/singular": "De voorspellers overlappen volledig; hun effecten zijn niet te scheiden.",
    "option/unknown-moderator": "Er is geen moderator {name}. Bekend: {known}.",
    "option/not-a-category": "{name} is een getal; subgroepen vragen een moderator met categorieën.",
    "option/unknown-outcome": "Er is geen uitkomst {name}. Bekend: {known}.",
    "coded/needs-key": "{key} heeft {needed} nodig, en dat is niet gegeven.",
    "coded/empty-moderator":
      "Geen enkel effect heeft een niveau van {name}, dus er valt niets te vergelijken: vul de kolom in, of kies een andere moderator.",
    "coded/blank-row": "Deze rij is leeg: verwijder haar.",
    "coded/no-study": "Deze rij noemt geen studie.",
    "coded/unknown-level": "Hier staat een niveau zonder label. Labels zijn gegeven voor: {expected}.",
    "coded/which-coder":
      "Dit effect is door meer codeurs gecodeerd, en geen van hen is degene van wie de rijen tellen: noem die met useCoder.",
    "study/yaml": "Dit is geen geldige YAML ({reason}).",
    "study/unknown-key": "Onbekende sleutel {key}. Hier bekend: {known}.",
    "study/missing-key": "Sleutel {key} is nodig: {expected}.",
    "study/invalid": "Hier hoort {expected}.",
    "study/invalid-key":
      "{key} kan hier geen naam zijn: namen van gegevensbestanden hebben geen punt, antwoorden zijn getallen.",
    "study/unknown-name": "{name} is niet gedefinieerd onder {section}. Gedefinieerd: {known}.",
    "study/unknown-component": "{component} is geen onderdeel van een bekende theorie. Bekend: {known}.",
    "study/duplicate-name": "{name} is gedefinieerd onder {first} en onder {second}; elk heeft een eigen naam nodig.",
    "study/needs-data": "Geef met data: aan bij welk gegevensbestand dit hoort ({known}).",
    "study/needs-answer-scale":
      "Een omgekeerd item heeft een answerScale nodig: het wordt omgepoold met de grenzen die daar staan.",
    "study/mixed-data": "De items van één schaal moeten bij één gegevensbestand horen; deze horen bij {found}.",
    "study/repeated": "{name} staat hier twee keer.",
    "study/bounds": "maximum moet groter zijn dan minimum.",
    "study/code-outside": "Dit antwoord ligt buiten {minimum} tot {maximum}.",
    "study/missing-code-inside":
      "Een code voor een ontbrekend antwoord moet buiten {minimum} tot {maximum} liggen, anders verbergt hij echte antwoorden.",
    "study/no-link": "{name} hoort bij {own}; er loopt geen link van {data} daarheen.",
    "study/no-group": "byGroup heeft groepen nodig, en voor {data} zijn er geen opgegeven.",
    "study/no-table": "De tabel van gegevensbestand {data} is er niet.",
    "study/text-cells": "In {count} {count:cel|cellen} staat tekst waar een getal hoort; dit is de eerste.",
    "study/not-matched": "Dit verwijst naar geen enkele rij van {to}.",
    "study/more": "Nog {more} van dezelfde soort in deze kolom.",
  },
  notes: {
    "replication/plausible-values":
      "Plausibele waarden zoals in het hoofdstuk: het gemiddelde plus en min 1,96 tau. Een predictie-interval telt ook de onzekerheid van het gemiddelde mee en is breder.",
    "literature/one-homogeneous-sample":
      "Alleen uit r en n berekend, alsof elke n één homogene steekproef was: de werkelijke onzekerheid is groter, want de studies verschillen. Wat de afzonderlijke studies nodig heeft, blijft leeg.",
    "literature/mean-differs":
      "Het n-gewogen gemiddelde van de drie rijen ({weighted}) is niet het gerapporteerde gemiddelde ({reported}): de steekproeven overlappen tussen de rijen, en het gerapporteerde gemiddelde kiest een andere eenheid (studies, over alle dimensies).",
    "literature/besd":
      "Binomiale weergave van de effectgrootte: het deel boven de mediaan van de uitkomst in de minder en de meer betrokken helft. r = ,30 betekent 35% tegen 65%, niet cijfers die 30% hoger liggen.",
    "replication/listed-only":
      "Vermeld, niet berekend: k en n van deze rijen zijn hier niet bekend, dus er valt niets opnieuw samen te voegen.",
    "replication/no-group-sizes":
      "De groottes van de twee groepen staan niet in de bron, dus er zijn geen intervallen. De bron waarschuwt dat het deel van de ouders in het programma niet apart te zien is.",
    "replication/rounding":
      "Berekend met volle precisie; de publicaties drukken minder cijfers af en rondden eerder af.",
    "place/no-effect": "{what}: hier is geen correlatie met een variantie, dus deze staat niet naast de literatuur.",
    "place/no-comparison":
      "Bij {count} van de {total} gepubliceerde {total:cijfer|cijfers} is de standaardfout of tau² niet bekend, dus een verschil daarmee is niet te toetsen: z blijft leeg. Een predictie-interval staat er alleen waar het gepubliceerd is.",
    "place/narrower":
      "Onder clustering preciezer dan onafhankelijke rijen zouden zijn (bij weinig clusters vaak toeval): {names}.",
    "place/inferred": "Afgeleid: één verband tussen de twee onderdelen is een lezing van dit project.",
    "place/corrected":
      "Vergeleken zoals gecorrigeerd voor onbetrouwbaarheid. De gepubliceerde cijfers staan er zoals gerapporteerd: de meeste zijn niet gecorrigeerd, en dan zijn ze niet gelijksoortig.",
    "place/no-reliability": "Waar een betrouwbaarheid niet bekend is, is niets gecorrigeerd en dus niets vergeleken.",
    "place/coded-no-components":
      "Het codeerblad noemt geen onderdelen, dus al zijn effecten staan naast elke maat. Geef het een kolom component om gelijk met gelijk te vergelijken.",
    "place/coded-outcomes":
      "De gecodeerde studies gaan over verschillende uitkomsten ({names}), en die tellen allemaal mee. Kies er een met outcome.",
    "place/same-name": "Een gecodeerde studie heet als dit onderzoek: ga na dat het niet twee keer meetelt.",
    "missing/listwise": "{dropped} van {total} rijen weggelaten: er ontbrak een waarde.",
    "careless/no-action":
      "Markeringen zijn redenen om te kijken, geen oordelen: niemand is weggelaten, en elke grens is een afspraak. Vergelijk de uitkomsten met en zonder de gemarkeerden.",
    "careless/no-distance":
      "Geen Mahalanobis-afstand voor {count} van {total} rijen: die vraagt volledige rijen, meer dan er items zijn, en geen item dat uit andere volgt.",
    "careless/no-even-odd":
      "Geen even-oneven-consistentie: die vraagt drie schalen van twee of meer items (scaleSizes).",
    "missing/no-value": "{count} van {total} rijen hebben geen enkele waarde; de toets laat ze weg.",
    "missing/no-test":
      "Geen toets op volledig toevallig ontbreken: een variabele verschilt niet onder de gegeven waarden, of gemiddelden en covarianties zijn er niet uit te schatten.",
    "missing/mcar-meaning":
      "Een kleine p spreekt tegen volledig toevallig ontbreken. Een grote p toont het niet aan: de toets ziet alleen verschillen in gemiddelden.",
    "missing/pairwise": "Elk paar gebruikt de rijen waarin beide waarden er zijn: n loopt van {lowest} tot {highest}.",
    "file/windows-1252":
      "{source}: dit is geen UTF-8; het is gelezen als Windows-1252, zoals oudere Excelversies schrijven.",
    "file/one-column": "{source}: er is maar één kolom gevonden. Zijn er meer, noem dan het scheidingsteken.",
    "file/decimal-mixed":
      "{source}: sommige kolommen hebben decimale komma's en andere decimale punten. Er is gelezen met “{decimal}”; tekst bleef: {columns}.",
    "file/decimal-ambiguous":
      "{source}: {column} heeft alleen getallen als {example}, die op twee manieren te lezen zijn. Ze zijn gelezen als {reading}; noem het decimaalteken als dat niet klopt.",
    "file/nearly-numeric":
      "{source}: {column} bestaat bijna helemaal uit getallen, maar {count} {count:cel|cellen} niet (de eerste op regel {line}). De kolom bleef tekst; is het een code voor ontbrekend, geef die dan op.",
    "file/blank-cells":
      "{source}: {count} {count:cel|cellen} van {column} {count:bevat|bevatten} alleen spaties (de eerste op regel {line}) en {count:geldt|gelden} als ontbrekend.",
    "file/duplicate-header": "{source}: de kop heeft {column} meer dan eens; kolom {position} heet nu {name}.",
    "file/unnamed-header": "{source}: kolom {position} heeft geen naam en heet nu {name}.",
    "file/odd-quote":
      "{source}: {count} {count:rij heeft|rijen hebben} een los aanhalingsteken (de eerste op regel {line}); het is als deel van de tekst bewaard.",
    "file/swallowed-rows":
      "{source}: een cel tussen aanhalingstekens die op regel {line} begint, loopt over meer regels die elk op een eigen rij lijken. Controleer de aanhalingstekens.",
    "file/blank-lines":
      "{source}: {count} lege {count:regel|regels} tussen de rijen overgeslagen (de eerste: regel {line}).",
    "file/empty-rows":
      "{source}: {count} {count:rij heeft|rijen hebben} geen enkele waarde (de eerste op regel {line}); {count:die blijft|die blijven} in de tabel staan.",
    "file/trailing-delimiter":
      "{source}: elke rij eindigt met {count} lege {count:cel|cellen} meer dan de kop heeft; die {count:is|zijn} weggelaten.",
    "file/declared-missing":
      "{source}: waarden die het bestand zelf ontbrekend noemt, gelden als ontbrekend, met hun reden: {columns}.",
    "file/durations": "{source}: tijden en tijdsduren staan in seconden: {columns}.",
    "file/undecodable": "{source}: in {count} {count:tekst|teksten} staan tekens die niet konden worden gelezen.",
    "file/weighted": "{source}: het bestand wordt gewogen met {column}; hier wordt niets gewogen tenzij u erom vraagt.",
    "file/dates": "{source}: {column} bevat datums; ze zijn gelezen als dag-maand-jaar en staan nu als {example}.",
    "join/unmatched": "{source}: bij {count} van {total} rijen is op {column} niets gevonden.",
    "join/no-key":
      "{source}: {count} van {total} rijen {count:heeft|hebben} geen {column} en {count:is|zijn} niet gekoppeld.",
    "group/too-small": "{variable}: geen vergelijking, want {groups} heeft minder dan twee waarden.",
    "group/no-spread": "{variable} heeft binnen de groepen overal dezelfde waarde: geen toets.",
    "group/no-welch":
      "{variable}: een groep zonder verschillen heeft geen eigen variantie, dus er is geen Welch-toets; die van Fisher staat er.",
    "crosstab/low-expected":
      "{count} van {total} cellen hebben een verwacht aantal onder 5: chi-kwadraat is dan grof; lees bij twee bij twee Fishers exacte toets.",
    "crosstab/empty-cell": "Een lege cel laat de odds-ratio zonder grenzen.",
    "crosstab/no-cluster-test": "Geen toets die met clusters rekent: het zijn er te weinig, of ze verschillen niet.",
    "crosstab/clusters-decide":
      "De toets die met clusters rekent en die dat niet doet, beslissen verschillend. Lees de toets die het doet (Rao-Scott).",
    "group/empty": "{variable}: {groups} heeft geen waarden.",
    "group/all-equal": "{variable} heeft overal dezelfde waarde: geen toets.",
    "paired/too-few": "{variable}: {n} {n:rij heeft|rijen hebben} beide waarden, te weinig voor een toets.",
    "paired/no-spread": "{variable}: het verschil is overal hetzelfde, dus er is geen toets.",
    "paired/no-difference": "{variable}: geen enkele rij heeft een verschil, dus er is geen toets.",
    "paired/zeros": "{variable}: {count} {count:rij heeft|rijen hebben} geen verschil; de rangen laten die weg.",
    "regression/robust-decides":
      "De robuuste en de gewone toets beslissen verschillend over {names}. Lees de robuuste.",
    "regression/unequal-spread":
      "De spreiding van de residuen gaat samen met de voorspellers (Breusch-Pagan p = {p}): lees de robuuste toetsen.",
    "group/no-robust-test":
      "{variable}: met {clusters} {clusters:cluster|clusters} is er geen toets die met clusters rekent.",
    "group/robust-few-df":
      "{variable}: de clusterrobuuste toets heeft {df} vrijheidsgraden; onder 4 is de p-waarde niet te vertrouwen.",
    "group/clusters-decide":
      "{variable}: de toets die met clusters rekent en die dat niet doet, beslissen verschillend. Lees de toets die het doet (CR2).",
    "group/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen groep.",
    "cluster/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen cluster.",
    "column/too-few": "{column} heeft {n} {n:waarde|waarden}: geen spreiding, interval of vorm.",
    "column/no-spread": "{column} heeft overal dezelfde waarde: geen scheefheid of kurtosis.",
    "column/no-shape": "{column} heeft maar {n} waarden: te weinig voor scheefheid en kurtosis samen.",
    "pair/constant":
      "{x} met {y}: in de rijen die beide hebben, varieert een van de twee niet; er bestaat geen correlatie.",
    "pair/constant-within": "{x} met {y}: binnen clusters varieert een van de twee niet; daar bestaat geen correlatie.",
    "pair/constant-between":
      "{x} met {y}: de clustergemiddelden van een van de twee variëren niet; tussen clusters bestaat geen correlatie.",
    "pair/too-few": "{x} met {y}: {n} {n:rij heeft|rijen hebben} beide waarden, te weinig voor een toets.",
    "pair/no-interval": "{x} met {y}: drie rijen hebben beide waarden, te weinig voor een interval.",
    "pair/too-few-within": "{x} met {y}: te weinig rijen per cluster voor een toets of interval binnen clusters.",
    "pair/one-cluster": "{x} met {y}: één cluster, dus geen clusterrobuuste toets of interval mogelijk.",
    "pair/no-robust-test":
      "{x} met {y}: de {clusters} clusters laten niets over om een standaardfout uit te schatten; er is dus geen toets.",
    "pair/few-clusters":
      "{x} met {y}: {clusters} {clusters:cluster|clusters}, te weinig voor een correlatie tussen clusters.",
    "pair/no-interval-between": "{x} met {y}: drie clusters, te weinig voor een interval tussen clusters.",
    "pair/perfect":
      "{x} met {y}: de correlatie is volmaakt; de toetsgrootheid is dan oneindig en het interval één punt.",
    "effect-rows/clusters-ignored":
      "De varianties nemen alle rijen als onafhankelijk, hoewel er clusters zijn gegeven: ze zijn waarschijnlijk te klein.",
    "effect-rows/reliability-as-known":
      "De gecorrigeerde correlaties nemen de betrouwbaarheden als foutloos bekend; naast ongecorrigeerde zijn ze niet gelijksoortig.",
    "effect-rows/negative-icc": "{x} met {y}: een negatieve ICC telt als 0 in het designeffect.",
    "effect-rows/few-clusters":
      "{x} met {y}: met {clusters} clusters is de variantie zelf nauwelijks bekend ({df} vrijheidsgraden).",
    "effect-rows/narrower":
      "{x} met {y}: de variantie onder clustering is kleiner dan die van onafhankelijke rijen. Bij weinig clusters is dat vaak toeval.",
    "effect-rows/no-reliability":
      "{x} met {y}: een betrouwbaarheid is niet gegeven, dus er is geen gecorrigeerde correlatie.",
    "effect-rows/beyond-one":
      "{x} met {y}: de gecorrigeerde correlatie is 1 of meer en heeft dus geen Fishers z: de betrouwbaarheden zijn te laag om waar te zijn.",
    "correlation/cluster-means":
      "De correlatie tussen clusters is die van de waargenomen clustergemiddelden; die bevatten steekproeffout.",
    "matrix/not-positive-semidefinite":
      "De paren berusten op verschillende rijen en hun waarden zijn samen onmogelijk (de matrix is niet positief semidefiniet): gebruik haar niet voor factoranalyse of regressie.",
    "matrix/not-positive-definite":
      "Samen zijn deze correlaties onmogelijk (de matrix is niet positief semidefiniet): gebruik haar niet voor factoranalyse of regressie, of vraag om smoothing.",
    "matrix/smoothed":
      "Samen zijn deze correlaties onmogelijk; in de matrix zijn de negatieve eigenwaarden opgehoogd (smoothing). De tabel met paren is zoals geschat.",
    "polychoric/normal-traits":
      "Dit zijn correlaties van de normaal verdeelde eigenschappen die achter de antwoorden worden verondersteld, niet van de antwoorden zelf.",
    "polychoric/at-the-edge":
      "{x} met {y}: de tabel laat een correlatie van 1 of -1 toe (er zijn lege cellen), dus er is geen standaardfout. Er is niets opgeteld bij lege cellen.",
    "polyserial/normal-traits":
      "Dit zijn correlaties met de normaal verdeelde eigenschappen die achter de antwoorden worden verondersteld, niet met de antwoorden; ook de getallen worden normaal verdeeld verondersteld.",
    "polyserial/at-the-edge":
      "{x} met {y}: de antwoorden volgen zonder fout uit het getal, dus de correlatie wordt op 1 of -1 geschat en heeft geen standaardfout.",
    "polyserial/not-converged": "{x} met {y}: de zoektocht naar de correlatie convergeerde niet; gebruik haar niet.",
    "polyserial/thresholds-as-known":
      "De standaardfouten nemen de drempels als bekend aan, en zijn daardoor niet juist; de sandwich telt ze mee.",
    "mixed/boundary":
      "De variantie van {level} wordt op 0 geschat, de grens: deze gegevens laten daartussen geen verschillen zien boven de rest.",
    "mixed/not-converged":
      "De zoektocht naar de varianties convergeerde niet, vaak doordat er binnen groepen bijna niets overblijft; gebruik dit model niet.",
    "mixed/few-groups":
      "Slechts {groups} groepen op niveau {level}: hun variantie, en toetsen die erop rusten, zijn erg onzeker.",
    "mixed/robust-few-df":
      "De clusterrobuuste toetsen hebben soms maar {df} vrijheidsgraden: onder 4 zijn hun p-waarden niet te vertrouwen.",
    "pairing/no-groups":
      "Er zijn geen groepen opgegeven, dus elke toets behandelt de paren als onafhankelijk. Kinderen met dezelfde leraar zijn dat niet: geef school en leraar op.",
    "pairing/independent-intervals":
      "De intervallen van de ICC's, de concordantie, kappa en de grenzen van overeenstemming behandelen de paren als onafhankelijk; met meer kinderen per leraar zijn ze te smal. De toetsen van het verschil en de correlaties houden wel rekening met de groepen.",
    "pairing/level-left-out":
      "{level} is uit het gemengde model gelaten: de groepen zijn niet te onderscheiden van die van een ander niveau of van losse paren.",
    "pairing/no-agreement": "{scale}: er varieert niets, dus de maten van overeenstemming bestaan niet.",
    "pairing/tests-differ":
      "{scale}: of ouders en leraren verschillen hangt ervan af of met de groepen rekening wordt gehouden. Rapporteer het gemengde model of de clusterrobuuste toets, niet de gepaarde t-toets.",
    "multilevel/no-effect-level":
      "Meer effecten delen één {level}, het binnenste niveau: daarbinnen verschillen ze alleen door steekproeffouten. Voeg een niveau voor het effect zelf toe als ware effecten daar ook kunnen verschillen.",
    "multilevel/no-df":
      "Sommige coëfficiënten variëren op een niveau met te weinig groepen ({level}) voor het aantal moderatoren: geen toets of interval.",
    "correlations/unreported":
      "{open} van {pairs} covarianties berusten op correlaties die niet zijn gegeven, en ontbreken; veronderstel een waarde om ze te vullen.",
    "correlations/supposed":
      "{supposed} van {pairs} covarianties berusten op een veronderstelde correlatie van {r} waar er geen is gegeven: probeer andere waarden.",
    "correlations/impossible":
      "De covarianties van deze studies kunnen niet samen waar zijn (niet positief definiet): {studies}.",
    "robust/supposed":
      "Voor de gewichten is verondersteld dat steekproeffouten binnen een studie {rho} correleren; de toetsen berusten er niet op.",
    "correlated/supposed":
      "Verondersteld is dat steekproeffouten van effecten bij dezelfde mensen {rho} correleren; de tabel laat zien wat andere waarden geven, en de robuuste toetsen berusten er niet op.",
    "correlated/reported":
      "Fouten van {known} van {pairs} paren effecten correleren zoals de gegeven correlaties van dezelfde mensen zeggen.",
    "correlated/nothing-shared": "Geen twee effecten delen hun mensen, dus rho maakt hier niets uit.",
    "multilevel/crossed-not-robust":
      "De kruisende groepen verbinden alle effecten, dus er zijn geen onafhankelijke clusters en geen robuuste toetsen.",
    "multilevel/crossed-clusters":
      "De robuuste toetsen nemen als clusters de {clusters} verzamelingen effecten die geen groep verbindt.",
    "multilevel/not-without":
      "Zonder deze groepen kan het model niet worden geschat, dus zijn er geen getallen voor: {groups}.",
    "multilevel/flat":
      "Geen bovengrens voor de variantie van {level}: de likelihood is daar vlak, deze gegevens onderscheiden haar nauwelijks van de andere varianties.",
    "multilevel/several-maxima": "De likelihood van de varianties heeft {maxima} toppen; de hoogste is genomen.",
    "multilevel/zero-test":
      "Een variantie kan niet onder 0 liggen, dus de likelihood-ratiotoets van een niveau is eenzijdig: de gewone p-waarde is te groot, die van de grens is de helft ervan.",
    "compare/perfect": "{first}, {second}: een correlatie van 1 of -1 heeft geen Fisher-z, dus er is geen toets.",
    "partial/nothing-left":
      "{x} met {y}: de controle laat van een van beide niets over, dus er bestaat geen correlatie.",
    "moderator/nothing-to-explain":
      "Zonder moderatoren is tau² 0: er zijn geen verschillen tussen studies te verklaren.",
    "moderator/explains-less": "Met de moderatoren is tau² groter dan zonder: ze verklaren niets (R² is 0).",
    "moderator/at-middle":
      "Niet gegeven, dus in het midden gezet (het gemiddelde van een getal, elk niveau van een factor even zwaar): {names}.",
    "moderator/no-prediction": "Geen predictie-interval: deze regel vraagt meer effecten bij zoveel moderatoren.",
    "moderator/between-studies":
      "Studies verschillen in meer dan deze moderatoren: wat met een moderator samengaat, hoeft er niet uit voort te komen.",
    "disattenuated/beyond-one":
      "De gecorrigeerde correlatie ligt buiten 1: de betrouwbaarheden zijn te laag voor deze correlatie, of werden te laag geschat. Zij is niet afgekapt.",
    "bootstrap/draws-left-out":
      "{left} van de {asked} bootstrapsteekproeven zijn weggelaten: daarin varieerde iets niet of lag een betrouwbaarheid niet boven 0.",
    "column/constant": "{column} heeft overal dezelfde waarde: er bestaat geen correlatie.",
    "item/negative":
      "{item} hangt negatief samen met de rest van zijn schaal ({r}). Er is niets omgepoold: kijk naar de formulering en het codeboek.",
    "alpha/negative": "Alfa is negatief: de items meten niet één ding in één richting.",
    "alpha/constant-item":
      "{item} heeft overal dezelfde waarde en telt toch als item; SPSS en psych laten het weg: zie alfa zonder dit item.",
    "item/negative-reversed":
      "{item} is omgepoold zoals gevraagd en hangt nu negatief samen met de rest van zijn schaal ({r}): was het al omgepoold?",
    "scale/too-few-answered":
      "{dropped} van {total} rijen {dropped:heeft|hebben} geen score: er zijn minder dan {needed} {needed:item|items} beantwoord.",
    "icc/negative":
      "De ICC is negatief ({icc}): clusters verschillen minder dan toeval zou doen verschillen. Het designeffect is op 1 gesteld.",
    "icc/unequal-sizes":
      "De clusters verschillen in grootte ({smallest} tot {largest}): de intervallen rekenen met {n0} per cluster (n0) en zijn benaderingen.",
    "icc/reml-zero": "REML vindt geen variantie tussen clusters: de schatting is 0, de grens.",
    "icc/no-within": "Binnen de clusters varieert niets: de ICC is 1 en F oneindig.",
    "raters/perfect": "Alle beoordelaars geven elk geval dezelfde score: de ICC's zijn 1 en hun F oneindig.",
    "raters/parallel":
      "De beoordelaars verschillen alleen in niveau, voor elk geval evenveel: de consistentie is 1 en haar F oneindig.",
    "raters/negative":
      "De ICC is negatief ({icc}): scores van hetzelfde geval verschillen niet minder dan die van verschillende gevallen. Ze is niet op 0 gezet.",
    "raters/constant": "{rater} geeft elk geval dezelfde score.",
    "raters/identical": "{first} en {second} zijn in elke rij gelijk: één kolom twee keer genomen?",
    "ratings/gap":
      "Tussen de codes die voorkomen gebruikte niemand {skipped}; er zijn {used} categorieën geteld. Horen ze bij de antwoordschaal, geef de categorieën dan op: gewichten en toeval kunnen van hun aantal afhangen.",
    "ratings/none": "{dropped} van {total} rijen weggelaten: niemand beoordeelde ze.",
    "ratings/unpaired": "{dropped} van {total} rijen weggelaten: ze hebben minder dan twee oordelen.",
    "ratings/incomplete":
      "{missing} {missing:oordeel ontbreekt|oordelen ontbreken}; alle gegeven oordelen zijn gebruikt, de overeenstemming rust op de {paired} {paired:rij|rijen} met twee of meer.",
    "ratings/one-subject": "Eén geval: geen standaardfout over gevallen en geen interval daaruit.",
    "agreement/one-category":
      "Iedereen koos een en dezelfde categorie: overeenstemming boven toeval bestaat dan niet. Waren er andere te kiezen, geef de categorieën dan op.",
    "agreement/one-value": "Alle waarden zijn gelijk: overeenstemming boven toeval bestaat dan niet.",
    "agreement/constant-rater":
      "Een van de beoordelaars deelde elk geval in dezelfde categorie in; kappa is dan 0, hoe vaak ze het ook eens zijn.",
    "agreement/perfect":
      "De beoordelaars zijn het in elk geval eens. De standaardfout van 0 en het interval dat eruit volgt zeggen niet hoe het bij andere gevallen zou gaan.",
    "agreement/beyond-one":
      "De bovengrens ligt boven 1, wat bij overeenstemming niet kan: het interval is een benadering voor grote steekproeven.",
    "interval/needs-seed": "Geen interval: dat komt uit een bootstrap, en die heeft een startgetal (seed) nodig.",
    "interval/undefined-draws":
      "In {undefined} van {draws} bootstrapsteekproeven bestaat het cijfer niet; het interval rust op de andere.",
    "groups/single": "{single} {single:groep heeft|groepen hebben} maar één lid; overeenstemming bestaat daar niet.",
    "groups/one": "Er is één groep, dus geen ICC.",
    "rwg/no-skewed-variance":
      "Voor dit aantal antwoorden is geen variantie van een licht scheve verdeling gepubliceerd (alleen voor 5 tot 11).",
    "rwg/negative":
      "In {negative} {negative:groep|groepen} verschillen de antwoorden meer dan bij toeval: r_wg is daar negatief. Het is zo gelaten; andere programma's zetten het op 0.",
    "rwg/broken":
      "In {broken} {broken:groep|groepen} verschillen de antwoorden zo veel meer dan bij toeval dat r_wg(j) geen betekenis heeft; het is leeg gelaten.",
    "rwg/set-to-zero": "Waar antwoorden meer dan bij toeval verschillen is r_wg op 0 gezet, zoals gevraagd.",
    "pairs/same-difference": "Alle verschillen zijn gelijk: de grenzen vallen samen en er is geen toets.",
    "pairs/few": "Slechts {n} paren: de grenzen van overeenstemming zijn heel onzeker, zie hun intervallen.",
    "pairs/constant": "Een van de twee scores varieert niet; er is dan geen correlatie en geen interval.",
    "pairs/no-correlation": "De correlatie is precies 0; daar bestaat de standaardfout niet.",
    "pairs/no-interval": "{n} paren: te weinig voor een interval.",
    "items/overlap":
      "De items overlappen volledig (de andere voorspellen er een zonder fout, of er zijn te weinig rijen); hoe ver de andere een item voorspellen is daarom niet beschikbaar.",
    "item/negative-loading":
      "{item} heeft een negatieve lading ({loading}). Er is niets omgepoold: kijk de formulering en het codeboek na.",
    "missing/fiml":
      "In {incomplete} van de {total} rijen ontbreken antwoorden. Alle gegeven antwoorden tellen mee (full-information maximum likelihood); dat veronderstelt dat wat ontbreekt van niets anders afhangt dan van de gegeven antwoorden.",
    "missing/empty-rows": "{dropped} van de {total} rijen weggelaten: daarin staat geen enkel antwoord.",
    "omega/heywood":
      "{item} heeft een negatieve residuele variantie (een Heywood-geval): één factor verklaart er meer dan alles van. Omega is niet te vertrouwen.",
    "omega/just-identified":
      "Drie items passen altijd precies bij één factor: de passing zegt niets, en de twee omega's zijn gelijk.",
    "omega/poor-fit":
      "Eén factor beschrijft deze items slecht (CFI {cfi}, RMSEA {rmsea}): ze meten meer dan één ding, of sommige delen meer dan de factor. Het verschil tussen de twee omega's is dit gebrek aan passing.",
    "omega/group-factors":
      "Twee groepsfactoren: hun ladingen op de algemene factor zijn niet uit elkaar te houden en zijn gelijk genomen.",
    "omega/bound":
      "{item} zou een uniciteit onder ,005 krijgen (een Heywood-geval) en is daar vastgehouden: omega is niet te vertrouwen.",
    "omega/second-order-bound":
      "Een groepsfactor ({factor}) zou samenvallen met de algemene factor (een Heywood-geval) en is op een uniciteit van ,005 vastgehouden.",
    "omega/no-group-items": "{factor} is van geen enkel item de sterkste factor.",
    "rotation/several-minima":
      "De rotatie heeft meer dan één minimum; het laagste is genomen. Zoeken vanaf de ongeroteerde ladingen alleen eindigt {above} hoger, waar andere programma's kunnen stoppen.",
    "halves/too-many-items":
      "Meer dan {most} items: niet alle splitsingen in helften zijn geprobeerd, dus lambda 4 is leeg gelaten.",
    "ordinal-alpha/not-the-sum":
      "Ordinale alfa gaat over de normaal verdeelde eigenschappen die achter de antwoorden worden verondersteld. Het is niet de betrouwbaarheid van de waargenomen som of het gemiddelde; alfa komt daar dichter bij.",
    "alpha/no-between":
      "Tussen clusters varieert de som van de items niet meer dan het toeval maakt, dus er is geen alfa tussen clusters.",
    "item/no-between":
      "{item} varieert tussen clusters niet meer dan het toeval maakt (de variantie daar wordt onder 0 geschat).",
    "alpha/between-impossible":
      "De geschatte covarianties tussen clusters kunnen niet samen bestaan (niet positief semidefiniet); alfa tussen clusters is dus niet te vertrouwen en kan zelfs boven 1 uitkomen.",
    "alpha/few-clusters": "Slechts {clusters} clusters: alfa tussen clusters is zeer onzeker.",
    "scale/too-few-items": "Minder dan drie items: alfa zegt weinig.",
    "study/synthetic":
      "Deze gegevens zijn door een computer gemaakt. Ze zeggen niets over echte ouders, leraren of scholen.",
    "study/weights-unused":
      "Voor {data} zijn gewichten opgegeven, maar die worden nog niet gebruikt: alle cijfers zijn ongewogen.",
    "regroup/mixed-answer-scales":
      "{name}: de items hebben verschillende antwoordschalen ({ranges}); in hun gemiddelde weegt de bredere schaal zwaarder.",
    "regroup/analysis-dropped": "Analyse {analysis} is weggelaten: geen van de voorspellers valt onder deze theorie.",
    "study/item-in-two-scales":
      "{item} telt mee in meer dan één schaal ({scales}): daardoor hangen deze schalen samen.",
    "study/single-item": "{scale} heeft één item: er is geen betrouwbaarheid te geven.",
    "study/no-reference": "{count} van de {total} rijen van {data} verwijzen naar geen rij van {to}.",
    "study/id-missing": "{count} van de {total} rijen van {data} hebben geen id.",
    "study/key-missing":
      "In {count} van de {total} rijen van {data} is {column} leeg: ze tellen niet mee waar die kolom nodig is.",
    "study/missing-codes":
      "{count} {count:antwoord|antwoorden} in {data} {count:had|hadden} een code die als ontbrekend is opgegeven en {count:telt|tellen} als ontbrekend.",
    "study/reversed": "Omgepoold zoals het studiebestand aangeeft: {items}.",
    "study/too-few": "{what}: te weinig volledige rijen, dus niet berekend.",
    "study/nothing-varies": "{what}: er varieert niets, dus niet berekend.",
    "study/single-rows": "{what}: elk cluster heeft één rij, dus het aandeel tussen clusters is onbekend.",
    "meta/one-study":
      "Eén effect: de eigen schatting met het eigen interval, volgens de normale verdeling; hoeveel studies verschillen is niet te zeggen.",
    "meta/few-studies": "Maar {k} effecten: tau² is erg onzeker.",
    "convert/empty":
      "{dropped} van de {total} rijen weggelaten: ze melden geen van de statistieken die om te rekenen zijn.",
    "convert/several":
      "{count} {count:rij meldt|rijen melden} meer dan één statistiek; de eerste van {order} is gebruikt.",
    "convert/mixed":
      "Deze correlaties zijn niet alle van één soort ({kinds}): een correlatie van twee continue variabelen, een met het horen bij een van twee groepen, en een die is afgeleid van een odds-ratio of een bèta beantwoorden verschillende vragen. Pool ze pas nadat je elke soort apart hebt bekeken.",
    "convert/beta":
      "{count} van de {total} correlaties zijn gemaakt uit een bèta (Peterson & Brown, 2005): een ruwe waarde, met een te kleine variantie. Kijk wat poolen zonder deze geeft.",
    "convert/many-betas":
      "Meer dan een vijfde van de correlaties ({count} van {total}) komt uit bèta's: die kunnen de uitkomst bepalen.",
    "convert/beta-range":
      "{count} {count:bèta ligt|bèta's liggen} buiten -0,5 tot 0,5; daarvoor is de formule niet gemaakt.",
    "convert/equal-groups":
      "Van {count} {count:rij|rijen} zijn de groottes van de twee groepen niet bekend: ze zijn als gelijk genomen.",
    "convert/odds-ratio":
      "{count} {count:correlatie is|correlaties zijn} gemaakt uit een odds-ratio, alsof een continue variabele in tweeën was geknipt; de variantie is te klein.",
    "effect/zero-cells":
      "Bij elk aantal van {count} van de {total} rijen is {add} opgeteld, wegens aantallen van 0 (of zoals gevraagd met to).",
    "meta/dependent-effects":
      "{k} effecten komen uit {studies} {studies:studie|studies}, maar zijn behandeld alsof ze onafhankelijk zijn: de intervallen zijn te smal.",
    "meta/fixed-scaled":
      "Vast model met de toets van Knapp en Hartung: de standaardfout is geschaald met de gevonden spreiding en geldt dus ook als effecten verschillen; test z geeft het gewone interval van het vaste model.",
    "meta/no-spread":
      "Alle effecten zijn gelijk, dus de standaardfout volgens Knapp en Hartung is 0 en er is geen toets; test adHoc heeft daar geen last van.",
    "meta/scale-below-one":
      "De effecten liggen dichter bij elkaar dan het model verwacht (s² = {scale2}); daardoor is het Knapp-Hartung-interval smaller dan het normale. Test adHoc voorkomt dat.",
    "meta/no-tau2-fits": "Q = {Q} is zo klein dat geen waarde van tau² past: beide grenzen van tau² zijn op 0 gezet.",
    "meta/several-maxima": "De likelihood van tau² heeft {maxima} toppen; de hoogste is genomen.",
    "meta/no-prediction": "Geen predictie-interval: deze regel vraagt minstens drie effecten, er zijn er {k}.",
    "meta/influential":
      "{count} {count:effect haalt|effecten halen} een gebruikelijke grens voor invloed: {studies}. De grenzen zijn ruw; kijk eerst voordat u iets weglaat.",
    "meta/flat-likelihood":
      "De likelihood van tau² is vlak: I² overal tussen {lower} en {upper} past bij deze gegevens; ze zeggen dus nauwelijks hoeveel studies verschillen.",
    "meta/some-subsets": "{count} willekeurige deelverzamelingen van de {all} die er zijn.",
    "meta/silent-tables":
      "In {count} {count:studie|studies} komt de uitkomst in beide groepen nooit voor, of altijd: {count:die zegt|die zeggen} niets over een ratio en {count:heeft|hebben} geen eigen effect.",
    "anova/ignores-tau2":
      "Effecten wegen alleen naar hun eigen precisie, alsof de kenmerken elk verschil tussen ware effecten verklaren. Waar ware effecten daarbuiten verschillen (tau²) is p van Q te klein, en de aandelen gaan over gevonden effecten, met steekproeffout en al; metaRegression houdt rekening met tau².",
    "anova/order":
      "De kenmerken overlappen: sequentiële aandelen hangen af van de volgorde van de kenmerken, partiële niet, maar die tellen niet op.",
    "anova/negative-omega":
      "ω² is negatief voor {terms}: het kenmerk verklaart minder dan toeval alleen al zou doen. Het is niet op 0 gezet.",
    "anova/nothing-left": "De kenmerken laten binnen hun niveaus geen verschillen over: er is geen F.",
    "units/averaged":
      "{effects} effecten zijn per eenheid ({unit}) gemiddeld tot {units}: effecten van één steekproef alsof ze {rho} correleren, steekproeven als onafhankelijk.",
    "units/averaged-weighted":
      "{effects} effecten zijn per eenheid ({unit}) gemiddeld tot {units}, gewogen naar precisie: effecten van één steekproef alsof ze {rho} correleren, steekproeven als onafhankelijk.",
    "units/across-levels":
      "{count} {count:eenheid heeft|eenheden hebben} effecten in meer dan één subgroep en {count:telt|tellen} in elk daarvan een keer mee; de subgroepen zijn dus niet onafhankelijk.",
    "units/outside":
      "{count} gewogen {count:gemiddelde ligt|gemiddelden liggen} buiten het bereik van de eigen effecten: de veronderstelde correlatie is hoog voor effecten die zo in precisie verschillen.",
    "matrix/gaps": "{count} van de {total} combinaties zijn niet onderzocht: een gat zegt niets over het effect daar.",
    "matrix/few": "{count} {count:cel heeft|cellen hebben} minder dan drie effecten: lees {count:die|ze} voorzichtig.",
    "matrix/overlap":
      "Elke cel is op zichzelf samengevoegd; studies met meer uitkomsten of dimensies tellen in meer cellen mee, dus de cellen zijn niet onafhankelijk van elkaar.",
    "trace/verdict-changes":
      "Of het interval van het gemiddelde 0 uitsluit hangt af van tau: kijk welke waarden van tau bij de gegevens passen.",
    "multiverse/not-evidence":
      "Dit zijn {count} manieren om dezelfde studies te analyseren, niet {count} stukken bewijs: de aandelen beschrijven hoeveel de keuzes uitmaken en zijn geen toets. Niet elke manier is even verdedigbaar, en keuzes bij het zoeken en coderen zitten er niet bij.",
    "multiverse/dependent-effects":
      "{k} effecten komen uit {studies} {studies:studie|studies}: met eenheid effect tellen ze als onafhankelijk, en die intervallen zijn te smal.",
    "multiverse/skipped":
      "{count} {count:combinatie is|combinaties zijn} niet geanalyseerd: minder dan {smallest} effecten.",
    "multiverse/identical":
      "{count} {count:combinatie verandert|combinaties veranderen} niets aan de gegevens (geen uitschieters, niets te middelen) en {count:is|zijn} niet nog eens geteld.",
    "subgroups/missing": "{dropped} van {total} rijen weggelaten: ze horen bij geen subgroep.",
    "subgroups/few": "Subgroep {group} heeft maar {k} {k:effect|effecten}: lees de cijfers met voorzichtigheid.",
    "subgroups/scale-below-one":
      "In deze subgroepen liggen de effecten dichter bij elkaar dan het model verwacht; daardoor zijn hun Knapp-Hartung-intervallen smaller dan de normale: {groups}. Test adHoc voorkomt dat.",
    "subgroups/single":
      "Subgroep {group} heeft één effect en dus geen eigen tau²: ze doet niet mee in de vergelijking met aparte tau² en in de contrasten daarvan.",
    "subgroups/one": "Er is één subgroep; er valt niets te vergelijken.",
    "subgroups/no-common-tau2": "Elke subgroep heeft één effect: een gezamenlijke tau² is niet te schatten.",
    "subgroups/partial-n":
      "n is bekend voor {known} van de {k} effecten: de som van n en de n-gewogen gemiddelden gebruiken die.",
    "subgroups/partial-r":
      "r is bekend voor {known} van de {k} effecten: gemiddelde, mediaan en standaarddeviatie gebruiken die.",
    "study/too-few-answered":
      "{scale}: {dropped} van de {total} rijen {dropped:heeft|hebben} geen score, want er zijn minder dan {needed} items beantwoord.",
    "coded/no-effect":
      "{source}: {count} van de {total} rijen hebben geen correlatie of geen n (de eerste is rij {row}); ze tellen niet mee.",
    "coded/empty-level":
      "{source}: {column} is leeg in {count} van de {total} rijen (de eerste is rij {row}); vergelijkingen erop laten die weg.",
    "coded/unused-level": "{source}: geen rij van {column} heeft {levels}, al is er een label voor.",
    "coded/same-row":
      "{source}: {count} {count:rij is|rijen zijn} in elke kolom gelijk aan een andere (rij {row} aan rij {first}). Verwijder wat dubbel is geplakt; is het dat niet, geef dan elk effect een id in een kolom effect.",
    "coded/one-study":
      "{source}: {k:het enige effect komt|alle effecten komen} uit één studie; hoeveel studies verschillen is dus niet te weten.",
    "coded/reversed-both":
      "{count} van de {total} correlaties zijn aan beide kanten omgekeerd, in de maat en in de uitkomst; hun tekens staan dus goed.",
    "coded/set-aside":
      "{count} {count:rij|rijen} van een andere codeur buiten beschouwing gelaten: elk effect telt één keer, zoals {coder} het codeerde.",
    "coded/example-rows":
      "{source}: {count} {count:rij is een verzonnen voorbeeld|rijen zijn verzonnen voorbeelden} van de sjabloon. Verwijder {count:die|ze} voordat je een cijfer gebruikt.",
    "coded/turned":
      "Het teken van {count} van de {total} correlaties is omgedraaid, zoals het blad vraagt: daar betekent een hoge score weinig.",
    "coded/not-turned":
      "{count} van de {total} correlaties zijn als omgekeerd gecodeerd; hun tekens zijn gelaten zoals ze staan (turnSigns draait ze om).",
  },
  words: {
    reliability: "Betrouwbaarheid van de schalen",
    "correlations-of": "Correlaties",
    respondents: "Respondenten",
    described: "Schalen en uitkomsten",
    clusters: "Clusters",
    "in-the-literature": "Uw onderzoek in de literatuur",
    "coded-before": "Gecodeerde studies",
    "coded-after": "Gecodeerde studies + dit onderzoek",
    "your-study": "Dit onderzoek",
    "synthetic-data": "Synthetische gegevens: deze respondenten bestaan niet",
    "what-to-know": "Wat u moet weten",
    pooled: "Samengevoegd",
    subsets: "Deelverzamelingen",
    study: "Studie",
    estimate: "Schatting",
    bias: "Gemiddeld verschil",
    "upper-limit": "Bovenste grens",
    "lower-limit": "Onderste grens",
    "first-score": "eerste",
    "second-score": "tweede",
    contents: "Inhoud",
    continued: "vervolg",
    total: "Totaal",
    within: "Binnen clusters",
    between: "Tussen clusters",
    warning: "Let op",
    "numbers-of-figure": "De cijfers bij deze figuur",
    "prediction-interval": "Predictie-interval",
    "in-sentences": "Hetzelfde in APA-zinnen",
    "save-as-svg": "Opslaan als SVG",
    "save-as-png": "Opslaan als PNG",
    "figure-menu": "Deze figuur opslaan",
    note: "Noot",
    missing: "ontbrekend",
    table: "Tabel",
    component: "Theorieonderdeel",
    dimension: "Dimensie",
    outcome: "Uitkomst",
    figure: "Figuur",
  },
  sentences: {
    "report-ready": "Het rapport, te openen in een browser: {path}",
    "step-reading": "Lezen en scoren: {title} ...",
    "step-analysing": "Betrouwbaarheid en correlaties berekenen ...",
    "step-replicating": "Gepubliceerde analyses overdoen ...",
    "step-writing": "Het rapport schrijven ...",
    "place-caption":
      "Correlaties met {outcome}: dit onderzoek naast de cijfers zoals gerapporteerd. Wat niet gepubliceerd is, blijft leeg.",
    "place-own": "{label}, in dit onderzoek: {figures}.",
    "place-effective": "effectieve n = {n}",
    "place-corrected": "Gecorrigeerd voor onbetrouwbaarheid: r = {r}.",
    "place-hidden": "{label}: te weinig respondenten om te tonen.",
    "place-none": "Hier is geen gepubliceerd cijfer bekend over wat dit meet, dus over de plaats valt niets te zeggen.",
    "place-figure": "{name} ({component}): {figures}.",
    "place-figure-inferred": "{name} ({component}, via een afgeleid verband): {figures}.",
    "place-within-prediction": "Dit onderzoek ligt binnen het predictie-interval.",
    "place-outside-prediction": "Dit onderzoek ligt buiten het predictie-interval.",
    "place-apart":
      "Dit onderzoek verschilt daarvan meer dan steekproeffout en spreiding tussen studies aannemelijk maken, {figures}; de cijfers zeggen niet waarom.",
    "place-not-apart":
      "Een verschil tussen de twee is niet aangetoond, {figures}; dat toont niet aan dat ze gelijk zijn.",
    "place-untested":
      "Of dit onderzoek van {count:dat cijfer|die cijfers} verschilt, valt niet te concluderen: de standaardfout of tau² ervan is niet bekend.",
    "place-coded":
      "Over {k} gecodeerde {k:correlatie|correlaties}{about} is de samengevoegde schatting {before}; met dit onderzoek {after}.",
    "place-contradiction": "Bronnen spreken elkaar tegen: {text}",
    "place-ambiguous": "Kan onder meer dan één onderdeel vallen, dus niet gezet naast de cijfers van: {names}.",
    "place-unmapped": "Geen verband leidt naar de onderdelen van: {names}.",
    "place-unnamed": "Noemt in het onderzoeksbestand geen onderdeel, dus niet geplaatst: {names}.",
    "check-fine":
      "Geen problemen in {files} {files:bestand|bestanden}: {rows} rijen, {scales} {scales:schaal|schalen}.",
    "sheet-fine": "Geen problemen in {source}: {k} {k:effect|effecten} uit {studies} {studies:studie|studies}.",
    "sheet-scale":
      "r en de intervallen zijn teruggerekend van Fishers z; τ² staat op de schaal van z. p (Q) toetst of de effecten meer verschillen dan hun steekproeffouten verklaren.",
    "sheet-matrix": "{title}: {rows} naar {columns}",
    "sheet-matrix-reads":
      "In elke cel r met zijn interval, teruggerekend vanuit Fishers z, en daaronder het aantal effecten (van studies). – is niet onderzocht.",
    "explain-place": "{source}, rij {row}",
    "explain-place-line": "{source}, regel {line}, rij {row}",
    "explain-typed": "Ingevoerd: {typed}",
    "explain-r": "Correlatie r",
    "explain-varianceR": "Steekproefvariantie van r, v_r",
    "explain-turned": "Teken omgedraaid, zoals het blad vraagt: een hoge score betekent hier weinig",
    "explain-z": "Fishers z",
    "explain-varianceZ": "Steekproefvariantie van z, v_z",
    "explain-standardErrorZ": "Standaardfout van z",
    "explain-equal-groups": "Aangenomen: beide groepen zijn even groot, want hun grootten zijn niet gegeven.",
    "explain-logistic-trait": "Aangenomen: een continue variabele met een logistische verdeling is in tweeën gedeeld.",
    "explain-approximate": "Een ruwe waarde: de formule is een benadering.",
    "explain-beyond-range": "De bèta ligt voorbij -0,5 tot 0,5, waarvoor de formule niet is gemaakt.",
    "explain-understated-variance": "De variantie is onderschat: dat de maat is omgerekend zit er niet in.",
    "sheet-anova": "{title}: gewogen variantieanalyse",
    "sheet-anova-reads":
      "Effecten als Fishers z, gewogen met n - 3. Q, p, het unieke aandeel en ω² zijn van elk kenmerk na alle andere; de aandelen op volgorde staan in de volgorde van de tabel en tellen op.",
    "sheet-anova-means": "Gewogen gemiddelde correlaties (vast effect)",
    "anova-sequential": "η² op volgorde",
    "anova-unique": "η² uniek",
    "anova-omega": "ω²",
    "anova-between": "Alle kenmerken",
    "anova-within": "Wat overblijft",
    "sheet-subgroups": "Naar moderator: {moderator}",
    "sheet-differences": "Toets op verschillen tussen de subgroepen: {figures}.",
    "sheet-few": "Subgroepen van minder dan drie effecten, met voorzichtigheid te lezen: {groups}.",
    "sheet-single": "Eén effect heeft geen eigen τ²; daarom niet in de toets op verschillen: {groups}.",
    "sheet-source": "Gegevens: {citation}.",
    "sheet-title": "Mijn meta-analyse",
    "sheet-example-study": "VOORBEELD {number} (wis deze rij)",
    "sheet-example-dimension": "betrokkenheid thuis",
    "sheet-next":
      "Wis de twee voorbeeldrijen, codeer één rij per gerapporteerde correlatie, en daarna: betrokken check {path}",
    "sheet-head":
      "Wat de kolommen van coded.csv betekenen. Eén rij is één correlatie die een studie rapporteerde.\nNodig: r, n, study. Verwijder de andere sleutels, met hun kolommen, als je ze niet gebruikt.\neffect: een id voor elk effect. sample: onderscheidt de steekproeven van één studie.\ncomponent: wat er gemeten is, als theorie/onderdeel (betrokken frameworks somt ze op). dimension: je eigen woorden ervoor.\noutcomes: wat er in de kolom outcome staat; high: worse zegt dat een hoge score ongunstig is (verzuim, problemen).\nreversed: 1 waar een hoge score op de betrokkenheidsmaat weinig betrokkenheid betekent, anders 0.\nturnSigns: true draait het teken van die rijen om; false laat elk teken zoals gecodeerd. Een noot telt ze hoe dan ook.\nreliability_x, reliability_y: van de betrokkenheids- en de uitkomstmaat, waar vermeld (anders leeg).\ncoder: wie de rij codeerde. Dubbel gecodeerd? Geef beide rijen hetzelfde effect-id, en voeg toe useCoder: AB, wiens rijen tellen.\nmoderators: waarnaar effecten kunnen verschillen; labels zeggen wat de niveaus betekenen. betrokken meta meta.yaml --subgroup informant\nGeef elke titel en elk label als { nl: ..., en: ... }, of als één tekst voor beide talen.",
    written: "Geschreven: {path}",
    "init-head":
      "Een eerste onderzoeksbestand, geraden uit de gegevens: niets erin is zeker.\nControleer: de rol (parent, teacher, pupil), de grenzen van elke antwoordschaal (alleen gegeven antwoorden zijn gezien),\nwelke items andersom geformuleerd zijn (reversed: true), ontbrekende codes (missing: codes die apart staan, zoals 9 of 99, zijn daarvoor aangezien), welke items een schaal vormen,\nwat elke schaal meet (measures: fan_chen/expectations) en wat de uitkomsten zijn. Geef elk label nl en en.\nDaarna: betrokken check",
    "init-missing-guess": "een gissing: {count:deze code staat|deze codes staan} apart van de andere antwoorden",
    "confidence-label": "{level}%-BI",
    "prediction-label": "{level}%-PI",
    "chart-forest": "Forest plot van {k} {k:schatting|schattingen} ({measure}).",
    "chart-pooled": "{name}: {figures}.",
    "chart-bland-altman": "Bland-Altman-grafiek van {k} {k:paar|paren}.",
    "mean-of-two": "Gemiddelde van {a} en {b}",
    "difference-of-two": "Verschil: {a} − {b}",
    "chart-funnel": "Funnelplot van {k} {k:effect|effecten}.",
    "chart-funnel-middle": "De trechter staat rond {pooled}.",
    "chart-baujat": "Baujatplot van {k} {k:studie|studies}.",
    "chart-radial": "Radiale plot van {k} {k:effect|effecten}.",
    "chart-radial-x": "Precisie: 1 / standaardfout",
    "chart-radial-y": "Effect / standaardfout",
    "chart-qq": "Normaalkwantielplot van {k} {k:residu|residuen}; {outside} buiten de band.",
    "chart-qq-x": "Kwantielen van de normale verdeling",
    "chart-gosh": "GOSH-plot van {k} {k:deelverzameling|deelverzamelingen} van studies.",
    "chart-labbe": "L'Abbé-plot van {k} {k:studie|studies}.",
    "chart-farthest": "Het verst: {name}.",
    "chart-bubble": "Bellenplot van {k} {k:effect|effecten} tegen {name}.",
    "chart-influence": "Invloed van {k} {k:studie|studies} op het gepoolde effect.",
    "chart-influence-none": "Geen ervan is invloedrijk.",
    "chart-influence-marked": "Invloedrijk: {names}.",
    "chart-heat-map": "Heatmap van {k} {k:correlatie|correlaties}, op een schaal van −1 tot 1.",
    "chart-strongest": "Sterkste: {a} met {b}, r = {r}.",
    "chart-item-total": "Item-restcorrelaties van {k} {k:item|items}.",
    "chart-lowest-item": "Laagste: {item}, {r}.",
    "chart-means": "Grafiek van {k} {k:gemiddelde|gemiddelden} met betrouwbaarheidsintervallen.",
    stars: "* p < {one}. ** p < {two}. *** p < {three}.",
    "stars-adjusted": "p gecorrigeerd voor het aantal toetsen ({method}).",
    "stars-unadjusted": "p niet gecorrigeerd voor het aantal toetsen.",
    "correlation-table": "Correlaties",
    "sample-size": "n = {n}.",
    "sample-sizes": "n loopt van {lowest} tot {highest}.",
    "cluster-count": "{k} clusters.",
    "cluster-counts": "Het aantal clusters loopt van {lowest} tot {highest}.",
    "rows-complete": "n telt de rijen zonder ontbrekend antwoord in de schaal; de andere zijn weggelaten.",
    "sample-of": "{label}: {rows} rijen{clusters}{groups}.",
    "sample-clusters": " in {k} clusters",
    "sample-groups": " ({names})",
    "sample-group": "{name}: {rows}",
    "icc-explained":
      "ICC: het deel van de verschillen dat tussen clusters ligt (variantieanalyse; onder 0 is ruis rond 0). Designeffect: hoeveel dat de variantie van een gemiddelde vergroot.",
    "in-brackets": "Tussen haken: {label}.",
    "apa-positive": "{a} en {b} hangen positief samen{where}, {figures}.",
    "apa-negative": "{a} en {b} hangen negatief samen{where}, {figures}.",
    "apa-unclear": "Tussen {a} en {b} is geen samenhang aangetoond{where}, {figures}.",
    "apa-reported": "De correlatie tussen {a} en {b}{where}: {figures}.",
    "apa-unavailable": "De correlatie tussen {a} en {b}{where} is niet beschikbaar.",
    "apa-alpha-unavailable": "Cronbachs alfa van {scale} is niet beschikbaar.",
    "apa-pooled-unavailable": "Er is geen gepoolde schatting.",
    "apa-corrected": "{p} (gecorrigeerd)",
    "apa-alpha": "Cronbachs alfa van {scale}: {figures}.",
    "apa-agreement-parents": "Ouders geven op {scale} meer op dan leraren, {figures}.",
    "apa-agreement-teachers": "Leraren geven op {scale} meer op dan ouders, {figures}.",
    "apa-agreement-unclear": "Op {scale} is geen verschil tussen ouders en leraren aangetoond, {figures}.",
    "apa-agreement-unavailable": "Het verschil tussen ouders en leraren op {scale} is niet beschikbaar.",
    "apa-agreement": "Overeenstemming en consistentie: {figures}.",
    "apa-difference": "verschil",
    "apa-pooled": "Over {k} {k:effect|effecten} is de gepoolde schatting {figures}.",
    "apa-pooled-plain": "De gepoolde schatting is {figures}.",
    "apa-heterogeneity": "Heterogeniteit: {figures}.",
    "apa-prediction": "In een nieuwe studie is een effect te verwachten tussen {lower} en {upper} ({label}).",
    "regroup-title": "Het onderzoek volgens {theory}",
    "regroup-all":
      "Vermeld: een bron zegt het. Afgeleid: één verband op het pad is een lezing van dit project. Er is niets geraden.",
    "regroup-stated": "Alleen verbanden die een bron vermeldt zijn gebruikt.",
    "regroup-missed": "Niet met zekerheid gemeten: {names}.",
    "chart-crosswalk":
      "Kruistabel van {rows} bij {columns} onderdelen: {stated} vermelde, {inferred} afgeleide en {ambiguous} niet eenduidige verbanden.",
    "chart-crosswalk-signs": "< de rij valt onder de kolom; > andersom; = hetzelfde",
    "chart-coverage":
      "{measured} van de {total} onderdelen {measured:wordt|worden} gemeten. Niet met zekerheid gemeten: {names}.",
    "chart-coverage-whole": "{total:Het enige onderdeel wordt|Alle onderdelen worden} gemeten.",
    "chart-coverage-items": "{k} {k:item|items}, {mapping}: {names}",
    "chart-coverage-none": "niet gemeten",
    "did-you-mean": "Bedoelt u {meant}?",
    "and-more": "... en nog {more}.",
    "correlation-is-not-cause":
      "Samenhang is geen oorzaak: deze cijfers tonen niet dat betrokkenheid de uitkomst teweegbrengt.",
  },
};
