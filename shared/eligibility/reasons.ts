/**
 * The words of every answer, in both languages. A `requirement` decides; an `assumption` says what was taken for granted
 * because the profile does not tell; a `note` explains. Placeholders are the numbers of the {@link Reason}.
 */
export const reasonTexts = {
  'destination.outsideQuebec': {
    kind: 'requirement',
    en: 'has to intend to live outside Quebec',
    fr: 'doit avoir l’intention de vivre hors du Québec',
  },
  'language.valid': {
    kind: 'requirement',
    en: 'needs a result of an accepted test in the first language, less than {window} months old',
    fr: 'il faut un résultat de moins de {window} mois à un test accepté dans la première langue',
  },
  'language.secondExpired': {
    kind: 'note',
    en: 'the test in the second language is too old or not accepted yet; it is not counted',
    fr: 'le test dans la seconde langue est trop ancien ou pas encore accepté; il ne compte pas',
  },
  'cec.work': {
    kind: 'requirement',
    en: 'needs {needed} months of skilled work in Canada in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail qualifié au Canada au cours des {window} derniers; il y en a {has}',
  },
  'cec.language': {
    kind: 'requirement',
    en: 'needs CLB or NCLC {needed} in all four abilities of the first language; the lowest is {has}',
    fr: 'il faut le NCLC {needed} dans les quatre compétences de la première langue; la plus faible est à {has}',
  },
  'fsw.work': {
    kind: 'requirement',
    en: 'needs {needed} months of work without a break in one skilled occupation in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail sans interruption dans une même profession qualifiée au cours des {window} derniers; il y en a {has}',
  },
  'fsw.language': {
    kind: 'requirement',
    en: 'needs CLB or NCLC {needed} in all four abilities of the first language; the lowest is {has}',
    fr: 'il faut le NCLC {needed} dans les quatre compétences de la première langue; la plus faible est à {has}',
  },
  'fsw.education': {
    kind: 'requirement',
    en: 'needs a Canadian credential, or a foreign one assessed less than {window} months ago',
    fr: 'il faut un diplôme canadien, ou un diplôme étranger évalué il y a moins de {window} mois',
  },
  'fsw.points': {
    kind: 'requirement',
    en: 'needs {needed} of 100 points on the selection grid; has {has}',
    fr: 'il faut {needed} points sur 100 à la grille de sélection; il y en a {has}',
  },
  'fst.work': {
    kind: 'requirement',
    en: 'needs {needed} months of qualified work in one trade in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail qualifié dans un même métier au cours des {window} derniers; il y en a {has}',
  },
  'fst.speakingListening': {
    kind: 'requirement',
    en: 'needs CLB or NCLC {needed} in speaking and listening; the lower is {has}',
    fr: 'il faut le NCLC {needed} à l’oral (expression et compréhension); le plus faible est à {has}',
  },
  'fst.readingWriting': {
    kind: 'requirement',
    en: 'needs CLB or NCLC {needed} in reading and writing; the lower is {has}',
    fr: 'il faut le NCLC {needed} à l’écrit (compréhension et expression); le plus faible est à {has}',
  },
  'fst.offerOrCertificate': {
    kind: 'requirement',
    en: 'needs a full-time job offer of a year or more, or a Canadian certificate of qualification',
    fr: 'il faut une offre d’emploi à temps plein d’au moins un an, ou un certificat de qualification canadien',
  },
  'funds.enough': {
    kind: 'requirement',
    en: 'needs {needed} dollars in settlement funds; has {has}',
    fr: 'il faut {needed} $ de fonds d’établissement; il y en a {has} $',
  },
  'funds.exempt': {
    kind: 'note',
    en: 'needs no settlement funds: works in Canada and has a job offer',
    fr: 'aucuns fonds d’établissement exigés : travaille au Canada et a une offre d’emploi',
  },
  'pnp.nomination': {
    kind: 'requirement',
    en: 'needs a nomination by a province or territory',
    fr: 'il faut une désignation par une province ou un territoire',
  },
  'pnp.program': {
    kind: 'requirement',
    en: 'needs to meet CEC, FSW or FST as well',
    fr: 'il faut aussi répondre aux exigences de la CEC, du TQF ou du TMS',
  },
  'category.inForce': {
    kind: 'requirement',
    en: 'the category has to be in force on the day',
    fr: 'la catégorie doit être en vigueur ce jour-là',
  },
  'category.program': {
    kind: 'requirement',
    en: 'needs to be in the pool under a program',
    fr: 'il faut être dans le bassin au titre d’un programme',
  },
  'category.french': {
    kind: 'requirement',
    en: 'needs NCLC {needed} in all four abilities of French, by a valid test; the lowest is {has}',
    fr: 'il faut le NCLC {needed} dans les quatre compétences en français, selon un test valide; la plus faible est à {has}',
  },
  'category.workContinuous': {
    kind: 'requirement',
    en: 'needs {needed} months of work without a break in one listed occupation in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail sans interruption dans une même profession de la liste au cours des {window} derniers; il y en a {has}',
  },
  'category.workCumulative': {
    kind: 'requirement',
    en: 'needs {needed} months of work in one listed occupation in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail dans une même profession de la liste au cours des {window} derniers; il y en a {has}',
  },
  'category.workInCanada': {
    kind: 'requirement',
    en: 'needs {needed} months of work in Canada in one listed occupation in the last {window}; has {has}',
    fr: 'il faut {needed} mois de travail au Canada dans une même profession de la liste au cours des {window} derniers; il y en a {has}',
  },
  'category.workUnknown': {
    kind: 'note',
    en: 'the profile has no dated jobs, so the occupation is not known',
    fr: 'le profil n’a aucun emploi daté; la profession n’est donc pas connue',
  },
  'military.service': {
    kind: 'requirement',
    en: 'needs {needed} years of continuous service in a recognized foreign military, in a listed occupation; has {has}',
    fr: 'il faut {needed} ans de service continu dans une force armée étrangère reconnue, dans une profession de la liste; il y en a {has}',
  },
  'military.offer': {
    kind: 'requirement',
    en: 'needs a job offer of the Canadian Armed Forces',
    fr: 'il faut une offre d’emploi des Forces armées canadiennes',
  },
  'military.education': {
    kind: 'requirement',
    en: 'needs a post-secondary credential of two years or more',
    fr: 'il faut un diplôme postsecondaire d’au moins deux ans',
  },
  'assumed.languageTest': {
    kind: 'assumption',
    en: 'no dated test is given: the levels are taken to rest on a valid one',
    fr: 'aucun test daté n’est indiqué : les niveaux sont réputés reposer sur un test valide',
  },
  'assumed.canadianWorkRecent': {
    kind: 'assumption',
    en: 'no dated jobs in Canada are given: the years there are taken as recent, authorized employment',
    fr: 'aucun emploi daté au Canada n’est indiqué : ces années sont réputées récentes, autorisées et salariées',
  },
  'assumed.canadianWorkAuthorized': {
    kind: 'assumption',
    en: 'the work in Canada is taken to have been authorized',
    fr: 'le travail au Canada est réputé avoir été autorisé',
  },
  'assumed.teer': {
    kind: 'assumption',
    en: 'the occupation is not known: the language level of TEER 0 and 1 is asked',
    fr: 'la profession n’est pas connue : le niveau de langue des FEER 0 et 1 est demandé',
  },
  'assumed.oneOccupation': {
    kind: 'assumption',
    en: 'years without dated jobs are taken as continuous work in one skilled occupation in the last ten years',
    fr: 'les années sans emplois datés sont réputées être du travail continu dans une même profession qualifiée au cours des dix dernières années',
  },
  'assumed.educationAssessed': {
    kind: 'assumption',
    en: 'the education is taken to be assessed, or Canadian',
    fr: 'les études sont réputées évaluées, ou canadiennes',
  },
  'assumed.shortCanadianStudy': {
    kind: 'assumption',
    en: 'Canadian study of one or two years is taken as less than two: no adaptability points',
    fr: 'les études d’un ou deux ans au Canada sont réputées de moins de deux ans : aucun point d’adaptation',
  },
  'assumed.funds': {
    kind: 'assumption',
    en: 'the settlement funds are taken as sufficient',
    fr: 'les fonds d’établissement sont réputés suffisants',
  },
  'assumed.familySize': {
    kind: 'assumption',
    en: 'the size of the family is not given: the candidate, and the spouse if there is one',
    fr: 'la taille de la famille n’est pas indiquée : la personne candidate et, s’il y a lieu, son conjoint',
  },
  'assumed.trade': {
    kind: 'assumption',
    en: 'no dated jobs are given: the years are taken as recent work in the certified trade',
    fr: 'aucun emploi daté n’est indiqué : les années sont réputées être du travail récent dans le métier certifié',
  },
  'assumed.qualified': {
    kind: 'assumption',
    en: 'the trade is taken to have been practised with the required qualification',
    fr: 'le métier est réputé avoir été exercé avec la qualification requise',
  },
  'assumed.outsideQuebec': {
    kind: 'assumption',
    en: 'no destination is given: taken as outside Quebec',
    fr: 'aucune destination n’est indiquée : elle est réputée hors du Québec',
  },
} as const satisfies Record<string, { kind: 'requirement' | 'assumption' | 'note'; en: string; fr: string }>

export type ReasonKey = keyof typeof reasonTexts

/** Numbers of a reason: months, levels, points or dollars; `window` in months. */
export interface ReasonNumbers {
  needed?: number
  has?: number
  window?: number
}

/** One line of an answer: what is asked, whether it is met, and the words in English. */
export interface Reason extends ReasonNumbers {
  key: ReasonKey
  kind: 'requirement' | 'assumption' | 'note'
  met: boolean
  /** NOC code of the occupation that came closest, where occupations are asked for. */
  occupation?: string
  text: string
}

const formats = {
  en: new Intl.NumberFormat('en-CA', { maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat('fr-CA', { maximumFractionDigits: 1 }),
}

/** Cut, not rounded: 11.96 months must not read as 12. */
const oneDecimal = (value: number): number => Math.floor(value * 10) / 10

/** Small whole numbers are written alike in both languages; the formats are a hundred times slower, and a path asks often. */
const numberText = (value: number, language: 'en' | 'fr'): string =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : formats[language].format(value)

function fill(key: ReasonKey, numbers: ReasonNumbers, language: 'en' | 'fr'): string {
  const text: string = reasonTexts[key][language]
  if (!text.includes('{')) return text
  return text.replace(/\{(needed|has|window)\}/g, (_, name: keyof ReasonNumbers) =>
    numberText(numbers[name] ?? 0, language),
  )
}

/** A reason in words. */
export const reasonText = ({ key, ...numbers }: Reason, language: 'en' | 'fr'): string => fill(key, numbers, language)

/** A requirement and whether it is met. Numbers are kept to one decimal. */
export function requirement(key: ReasonKey, met: boolean, numbers: ReasonNumbers = {}): Reason {
  const shown: ReasonNumbers = { ...numbers }
  if (shown.needed !== undefined) shown.needed = oneDecimal(shown.needed)
  if (shown.has !== undefined) shown.has = oneDecimal(shown.has)
  return { key, kind: reasonTexts[key].kind, met, ...shown, text: fill(key, shown, 'en') }
}

/** Something taken for granted, or explained; it does not decide. */
export const remark = (key: ReasonKey): Reason => requirement(key, true)

/** Requirements and remarks, in reading order, with the answer they give. */
export interface Answer {
  eligible: boolean
  reasons: Reason[]
}

/** Eligible when no requirement is missed. */
export const answer = (reasons: Reason[]): Answer => ({ eligible: reasons.every(({ met }) => met), reasons })
