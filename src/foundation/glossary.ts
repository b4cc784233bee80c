import type { Text } from "./language.ts";

/**
 * How a column is shown. `coefficient` cannot exceed 1 in absolute value, so it has no leading zero in APA style;
 * `share` is kept as 0-1 and shown as a percentage.
 */
export type Shown = "text" | "count" | "number" | "coefficient" | "pValue" | "share" | "degrees" | "flag";

export interface Column {
  readonly label: Text;
  readonly symbol?: string;
  readonly meaning: Text;
  readonly shown: Shown;
  readonly bounds?: readonly [number | null, number | null];
}

function column(shown: Shown, en: string, nl: string, meaning: Text, extra: Partial<Column> = {}): Column {
  return { shown, label: { en, nl }, meaning, ...extra };
}

const text = (en: string, nl: string, meaning: Text) => column("text", en, nl, meaning);

/** The columns that rows may have. Names follow broom's vocabulary in camelCase; they are law. */
export const GLOSSARY = {
  term: text("Term", "Term", { en: "what the row is about", nl: "waar de rij over gaat" }),
  with: text("With", "Met", { en: "the other variable of a pair", nl: "de andere variabele van een paar" }),
  level: text("Level", "Niveau", { en: "total, within or between clusters", nl: "totaal, binnen of tussen clusters" }),
  group: text("Group", "Groep", { en: "the group of the row", nl: "de groep van de rij" }),
  relation: text("Relation", "Verband", { en: "how two components relate", nl: "hoe twee onderdelen samenhangen" }),
  mapping: text("How sure", "Hoe zeker", {
    en: "own, stated, inferred, ambiguous or unmapped",
    nl: "eigen, vermeld, afgeleid, niet eenduidig of niet te plaatsen",
  }),
  method: text("Method", "Methode", { en: "how it was computed", nl: "hoe het is berekend" }),
  source: text("Source", "Bron", { en: "where the figure comes from", nl: "waar het cijfer vandaan komt" }),
  n: column(
    "count",
    "n",
    "n",
    { en: "number of cases used", nl: "aantal gebruikte gevallen" },
    { symbol: "n", bounds: [0, null] },
  ),
  k: column(
    "count",
    "k",
    "k",
    { en: "number of studies, items or clusters", nl: "aantal studies, items of clusters" },
    { symbol: "k", bounds: [0, null] },
  ),
  missing: column(
    "count",
    "Missing",
    "Ontbrekend",
    { en: "number of missing values", nl: "aantal ontbrekende waarden" },
    { bounds: [0, null] },
  ),
  estimate: column("number", "Estimate", "Schatting", { en: "the estimate", nl: "de schatting" }),
  r: column(
    "coefficient",
    "r",
    "r",
    { en: "Pearson correlation", nl: "Pearson-correlatie" },
    { symbol: "r", bounds: [-1, 1] },
  ),
  alpha: column(
    "coefficient",
    "α",
    "α",
    { en: "Cronbach's alpha", nl: "Cronbachs alfa" },
    { symbol: "α", bounds: [null, 1] },
  ),
  standardizedAlpha: column(
    "coefficient",
    "Standardized α",
    "Gestandaardiseerde α",
    { en: "alpha of the standardized items", nl: "alfa van de gestandaardiseerde items" },
    { bounds: [null, 1] },
  ),
  itemRest: column(
    "coefficient",
    "Item-rest r",
    "Item-rest r",
    {
      en: "correlation of the item with the sum of the others",
      nl: "correlatie van het item met de som van de andere",
    },
    { bounds: [-1, 1] },
  ),
  alphaIfDropped: column(
    "coefficient",
    "α if dropped",
    "α zonder item",
    { en: "alpha of the scale without the item", nl: "alfa van de schaal zonder het item" },
    { bounds: [null, 1] },
  ),
  omega: column(
    "coefficient",
    "ω",
    "ω",
    { en: "McDonald's omega total", nl: "McDonalds omega totaal" },
    { symbol: "ω", bounds: [0, null] },
  ),
  observedOmega: column(
    "coefficient",
    "ω (observed)",
    "ω (waargenomen)",
    {
      en: "omega with the observed variance of the sum as denominator",
      nl: "omega met de waargenomen variantie van de som als noemer",
    },
    { bounds: [0, null] },
  ),
  omegaHierarchical: column(
    "coefficient",
    "ω hierarchical",
    "ω hiërarchisch",
    {
      en: "share of the variance of the sum that one general factor accounts for",
      nl: "aandeel van de variantie van de som dat één algemene factor verklaart",
    },
    { bounds: [0, null] },
  ),
  explainedCommonVariance: column(
    "share",
    "ECV",
    "ECV",
    {
      en: "share of the variance the items share that is the general factor's",
      nl: "aandeel van de gedeelde variantie van de items dat van de algemene factor is",
    },
    { bounds: [0, 1] },
  ),
  loading: column("number", "Loading", "Lading", {
    en: "weight of the factor in the item",
    nl: "gewicht van de factor in het item",
  }),
  standardizedLoading: column("number", "Standardized loading", "Gestandaardiseerde lading", {
    en: "loading when item and factor have variance 1",
    nl: "lading als item en factor variantie 1 hebben",
  }),
  residualVariance: column("number", "Residual variance", "Residuele variantie", {
    en: "variance of the item that the factors do not account for",
    nl: "variantie van het item die de factoren niet verklaren",
  }),
  cfi: column(
    "coefficient",
    "CFI",
    "CFI",
    { en: "comparative fit index", nl: "comparatieve passingsindex" },
    { bounds: [0, 1] },
  ),
  tli: column("coefficient", "TLI", "TLI", { en: "Tucker-Lewis index", nl: "Tucker-Lewis-index" }),
  rmsea: column(
    "coefficient",
    "RMSEA",
    "RMSEA",
    { en: "root mean square error of approximation", nl: "benaderingsfout per vrijheidsgraad (RMSEA)" },
    { bounds: [0, null] },
  ),
  srmr: column(
    "coefficient",
    "SRMR",
    "SRMR",
    { en: "standardized root mean square residual", nl: "gestandaardiseerd gemiddeld residu (SRMR)" },
    { bounds: [0, null] },
  ),
  floor: column(
    "share",
    "Lowest answer",
    "Laagste antwoord",
    { en: "share that gave the lowest answer", nl: "aandeel dat het laagste antwoord gaf" },
    { bounds: [0, 1] },
  ),
  ceiling: column(
    "share",
    "Highest answer",
    "Hoogste antwoord",
    { en: "share that gave the highest answer", nl: "aandeel dat het hoogste antwoord gaf" },
    { bounds: [0, 1] },
  ),
  standardError: column(
    "number",
    "SE",
    "SE",
    { en: "standard error of the estimate", nl: "standaardfout van de schatting" },
    { symbol: "SE", bounds: [0, null] },
  ),
  samplingVariance: column(
    "number",
    "Variance",
    "Variantie",
    { en: "sampling variance of the effect size", nl: "steekproefvariantie van de effectgrootte" },
    { bounds: [0, null] },
  ),
  statistic: column("number", "Statistic", "Toetsgrootheid", { en: "test statistic", nl: "toetsgrootheid" }),
  df: column(
    "degrees",
    "df",
    "df",
    { en: "degrees of freedom", nl: "vrijheidsgraden" },
    { symbol: "df", bounds: [0, null] },
  ),
  dfError: column(
    "degrees",
    "df error",
    "df fout",
    { en: "degrees of freedom of the error", nl: "vrijheidsgraden van de fout" },
    { bounds: [0, null] },
  ),
  pValue: column(
    "pValue",
    "p",
    "p",
    { en: "p-value, two-sided", nl: "p-waarde, tweezijdig" },
    { symbol: "p", bounds: [0, 1] },
  ),
  adjustedPValue: column(
    "pValue",
    "p adj.",
    "p gecorr.",
    { en: "p-value corrected for the number of tests", nl: "p-waarde gecorrigeerd voor het aantal toetsen" },
    { bounds: [0, 1] },
  ),
  lower: column("number", "Lower", "Ondergrens", {
    en: "lower confidence limit",
    nl: "ondergrens van het betrouwbaarheidsinterval",
  }),
  upper: column("number", "Upper", "Bovengrens", {
    en: "upper confidence limit",
    nl: "bovengrens van het betrouwbaarheidsinterval",
  }),
  predictionLower: column("number", "PI lower", "PI onder", {
    en: "lower limit of the prediction interval",
    nl: "ondergrens van het predictie-interval",
  }),
  predictionUpper: column("number", "PI upper", "PI boven", {
    en: "upper limit of the prediction interval",
    nl: "bovengrens van het predictie-interval",
  }),
  mean: column("number", "M", "M", { en: "mean", nl: "gemiddelde" }, { symbol: "M" }),
  standardDeviation: column(
    "number",
    "SD",
    "SD",
    { en: "standard deviation, denominator n - 1", nl: "standaarddeviatie, noemer n - 1" },
    { symbol: "SD", bounds: [0, null] },
  ),
  median: column("number", "Median", "Mediaan", { en: "median", nl: "mediaan" }),
  firstQuartile: column("number", "Q1", "Q1", { en: "first quartile", nl: "eerste kwartiel" }),
  thirdQuartile: column("number", "Q3", "Q3", { en: "third quartile", nl: "derde kwartiel" }),
  minimum: column("number", "Min", "Min", { en: "smallest value", nl: "kleinste waarde" }),
  maximum: column("number", "Max", "Max", { en: "largest value", nl: "grootste waarde" }),
  skewness: column("number", "Skewness", "Scheefheid", { en: "skewness G1", nl: "scheefheid G1" }),
  kurtosis: column("number", "Kurtosis", "Kurtosis", { en: "excess kurtosis G2", nl: "excess kurtosis G2" }),
  weight: column(
    "share",
    "Weight",
    "Gewicht",
    { en: "share of the total weight", nl: "aandeel in het totale gewicht" },
    { bounds: [0, 1] },
  ),
  tau2: column(
    "number",
    "τ²",
    "τ²",
    { en: "between-study variance", nl: "variantie tussen studies" },
    { symbol: "τ²", bounds: [0, null] },
  ),
  tau: column(
    "number",
    "τ",
    "τ",
    { en: "between-study standard deviation", nl: "standaarddeviatie tussen studies" },
    { symbol: "τ", bounds: [0, null] },
  ),
  I2: column(
    "share",
    "I²",
    "I²",
    { en: "share of the variance that is between studies", nl: "aandeel van de variantie dat tussen studies ligt" },
    { symbol: "I²", bounds: [0, 1] },
  ),
  H2: column(
    "number",
    "H²",
    "H²",
    { en: "total variance over sampling variance", nl: "totale variantie gedeeld door steekproefvariantie" },
    { symbol: "H²", bounds: [0, null] },
  ),
  R2: column(
    "share",
    "R²",
    "R²",
    { en: "share of the differences that is explained", nl: "aandeel van de verschillen dat wordt verklaard" },
    { symbol: "R²", bounds: [0, 1] },
  ),
  Q: column(
    "number",
    "Q",
    "Q",
    { en: "heterogeneity statistic", nl: "heterogeniteitstoets" },
    { symbol: "Q", bounds: [0, null] },
  ),
  icc: column(
    "coefficient",
    "ICC",
    "ICC",
    { en: "share of the variance that lies between clusters", nl: "aandeel van de variantie dat tussen clusters ligt" },
    { symbol: "ICC", bounds: [null, 1] },
  ),
  designEffect: column(
    "number",
    "deff",
    "deff",
    {
      en: "how much clustering inflates the variance of a mean",
      nl: "hoeveel clustering de variantie van een gemiddelde vergroot",
    },
    { bounds: [0, null] },
  ),
  effectiveN: column(
    "number",
    "Effective n",
    "Effectieve n",
    {
      en: "number of independent cases that would be as precise",
      nl: "aantal onafhankelijke gevallen met dezelfde precisie",
    },
    { bounds: [0, null] },
  ),
  d: column(
    "number",
    "d",
    "d",
    { en: "standardized mean difference", nl: "gestandaardiseerd verschil van gemiddelden" },
    { symbol: "d" },
  ),
  lowGroupShare: column(
    "share",
    "Less involved",
    "Minder betrokken",
    {
      en: "share above the median outcome in the lower half",
      nl: "deel boven de mediaan van de uitkomst in de lagere helft",
    },
    { bounds: [0, 1] },
  ),
  highGroupShare: column(
    "share",
    "More involved",
    "Meer betrokken",
    {
      en: "share above the median outcome in the upper half",
      nl: "deel boven de mediaan van de uitkomst in de hogere helft",
    },
    { bounds: [0, 1] },
  ),
  published: column("number", "Published", "Gepubliceerd", {
    en: "the figure as printed",
    nl: "het cijfer zoals gedrukt",
  }),
  computed: column("number", "Computed", "Berekend", {
    en: "the figure as it comes out here",
    nl: "het cijfer zoals het hier uitkomt",
  }),
  score: column("number", "Score", "Score", { en: "score on the scale", nl: "score op de schaal" }),
  difference: column("number", "Difference", "Verschil", {
    en: "first score minus second",
    nl: "eerste score min tweede",
  }),
  reversed: column("flag", "Reversed", "Omgepoold", { en: "the item was reversed", nl: "het item is omgepoold" }),
  studies: column(
    "count",
    "Studies",
    "Studies",
    { en: "number of studies the effects come from", nl: "aantal studies waaruit de effecten komen" },
    { bounds: [0, null] },
  ),
  groups: column("count", "Groups", "Groepen", { en: "number of groups", nl: "aantal groepen" }, { bounds: [0, null] }),
  weightedMean: column("number", "n-weighted M", "n-gewogen M", {
    en: "mean weighted by sample size",
    nl: "gemiddelde gewogen naar steekproefgrootte",
  }),
  fixedEstimate: column("number", "Fixed effect", "Vast effect", {
    en: "mean in the fixed model",
    nl: "gemiddelde in het vaste model",
  }),
  residual: column("number", "Residual", "Residu", {
    en: "observed minus fitted",
    nl: "waargenomen min geschat",
  }),
  standardizedResidual: column("number", "Standardized residual", "Gestandaardiseerd residu", {
    en: "residual over its standard error",
    nl: "residu gedeeld door zijn standaardfout",
  }),
  studentizedResidual: column("number", "Studentized residual", "Gestudentiseerd residu", {
    en: "distance from the fit without the case, over its standard error",
    nl: "afstand tot de schatting zonder het geval, gedeeld door haar standaardfout",
  }),
  dffits: column("number", "DFFITS", "DFFITS", {
    en: "change of the fitted value without the case, in standard errors",
    nl: "verandering van de geschatte waarde zonder het geval, in standaardfouten",
  }),
  dfbetas: column("number", "DFBETAS", "DFBETAS", {
    en: "change of the coefficient without the case, in standard errors",
    nl: "verandering van de coëfficiënt zonder het geval, in standaardfouten",
  }),
  cooksDistance: column(
    "number",
    "Cook's D",
    "Cooks D",
    {
      en: "squared change of the fit without the case",
      nl: "gekwadrateerde verandering van het model zonder het geval",
    },
    { bounds: [0, null] },
  ),
  covarianceRatio: column(
    "number",
    "Covariance ratio",
    "Covariantieratio",
    {
      en: "variance of the estimates without the case over that with it",
      nl: "variantie van de schattingen zonder het geval gedeeld door die met het geval",
    },
    { bounds: [0, null] },
  ),
  omega2: column(
    "coefficient",
    "ω²",
    "ω²",
    {
      en: "share of the variance in the population that the groups account for, as estimated; may fall below 0",
      nl: "deel van de variantie in de populatie dat de groepen verklaren, zoals geschat; kan onder 0 komen",
    },
    { symbol: "ω²", bounds: [-1, 1] },
  ),
  withinRounding: column("flag", "Within rounding", "Binnen afronding", {
    en: "whether the computed figure rounds to the published one",
    nl: "of het berekende cijfer afgerond het gepubliceerde is",
  }),
  share: column("share", "Share", "Aandeel", { en: "share of all rows", nl: "aandeel van alle rijen" }),
  hat: column(
    "number",
    "Hat",
    "Hat",
    { en: "pull of the case on its own fitted value", nl: "trek van het geval aan zijn eigen geschatte waarde" },
    { bounds: [0, 1] },
  ),
  influential: column("flag", "Influential", "Invloedrijk", {
    en: "passes one of the usual marks",
    nl: "haalt een van de gebruikelijke grenzen",
  }),
  moderator: column("number", "Moderator", "Moderator", {
    en: "value of the moderator",
    nl: "waarde van de moderator",
  }),
  firstShare: column("share", "First group", "Eerste groep", {
    en: "share of the first group that has the outcome",
    nl: "deel van de eerste groep dat de uitkomst heeft",
  }),
  secondShare: column("share", "Second group", "Tweede groep", {
    en: "share of the second group that has the outcome",
    nl: "deel van de tweede groep dat de uitkomst heeft",
  }),
  contribution: column(
    "number",
    "Contribution",
    "Bijdrage",
    { en: "part of the heterogeneity statistic", nl: "deel van de heterogeniteitstoets" },
    { bounds: [0, null] },
  ),
  influence: column(
    "number",
    "Influence",
    "Invloed",
    {
      en: "squared change of the mean without the study",
      nl: "gekwadrateerde verandering van het gemiddelde zonder de studie",
    },
    { bounds: [0, null] },
  ),
  logLikelihood: column("number", "Log-likelihood", "Log-likelihood", {
    en: "logarithm of the likelihood",
    nl: "logaritme van de likelihood",
  }),
  study: text("Study", "Studie", { en: "the study of the row", nl: "de studie van de rij" }),
  sample: text("Sample", "Steekproef", { en: "the sample of the study", nl: "de steekproef van de studie" }),
  effect: text("Effect", "Effect", { en: "id of the effect", nl: "id van het effect" }),
  component: text("Component", "Onderdeel", {
    en: "the theory component that was measured",
    nl: "het theorieonderdeel dat werd gemeten",
  }),
  dimension: text("Dimension", "Dimensie", { en: "the dimension of involvement", nl: "de dimensie van betrokkenheid" }),
  outcome: text("Outcome", "Uitkomst", { en: "the outcome of the row", nl: "de uitkomst van de rij" }),
  reliabilityX: column("coefficient", "Reliability x", "Betrouwbaarheid x", {
    en: "reliability of the first measure",
    nl: "betrouwbaarheid van de eerste maat",
  }),
  reliabilityY: column("coefficient", "Reliability y", "Betrouwbaarheid y", {
    en: "reliability of the second measure",
    nl: "betrouwbaarheid van de tweede maat",
  }),
  correctedR: column("coefficient", "Corrected r", "Gecorrigeerde r", {
    en: "correlation corrected for unreliability",
    nl: "correlatie gecorrigeerd voor onbetrouwbaarheid",
  }),
  correctedVariance: column(
    "number",
    "Variance of corrected r",
    "Variantie van gecorrigeerde r",
    { en: "sampling variance of the corrected correlation", nl: "steekproefvariantie van de gecorrigeerde correlatie" },
    { bounds: [0, null] },
  ),
  suppressed: column("flag", "Suppressed", "Afgeschermd", {
    en: "hidden to protect respondents",
    nl: "verborgen om respondenten te beschermen",
  }),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof GLOSSARY;
