import { lifeAssumptions } from '../../../../shared/life/assumptions.ts'
import { populationAssumptions } from '../../../../shared/pool/assumptions.ts'
import type { en } from '../../../i18n/lab/fieldsEn.ts'
import type { Json } from '../state/json.ts'

/** How a value is entered; a field without one is entered as its type says. */
export type Widget =
  | 'line'
  | 'text'
  | 'lines'
  | 'date'
  | 'number'
  | 'numbers'
  | 'switch'
  | 'stream'
  | 'streams'
  | 'streamsInTurn'
  | 'weekdays'
  | 'weekdayWeights'
  | 'monthWeights'
  | 'ruleset'
  | 'rule'
  | 'points'
  | 'fixed'

/** What the editor knows of one field; its words are in the texts of the page. */
export interface FieldEntry {
  text: keyof typeof en.field
  widget: Widget
  unit?: keyof typeof en.unit
  /** What the default leans on, or is where it has no figure. */
  basis?: keyof typeof en.basis
  /** What holds while nothing is given. */
  standard?: Json
}

const { arrivals, attrition, invitations } = populationAssumptions
const life = lifeAssumptions

const share = (text: FieldEntry['text'], standard: number, unit: FieldEntry['unit'] = 'share'): FieldEntry => ({
  text,
  widget: 'number',
  unit,
  basis: text === 'marriagesPerYear' ? 'marriages' : 'assumed',
  standard,
})

const happens = (text: FieldEntry['text']): FieldEntry => ({ text, widget: 'switch', standard: true })

const date = (text: FieldEntry['text'], basis?: FieldEntry['basis']): FieldEntry => ({ text, widget: 'date', basis })

const streamsOf = (text: FieldEntry['text'], basis: FieldEntry['basis'] = 'all'): FieldEntry => ({
  text,
  widget: 'streams',
  basis,
})

const rhythm = (at: string): Record<string, FieldEntry> => ({
  [`${at}.firstDate`]: date('firstDate'),
  [`${at}.everyDays`]: { text: 'everyDays', widget: 'number', unit: 'days' },
  [`${at}.until`]: date('until', 'end'),
  [`${at}.weekdays`]: { text: 'weekdays', widget: 'weekdays', basis: 'workWeek' },
  [`${at}.jitterDays`]: { text: 'jitterDays', widget: 'number', unit: 'days', basis: 'noJitter', standard: 0 },
})

const sizing = (at: string): Record<string, FieldEntry> => ({
  [`${at}.sizes`]: { text: 'sizes', widget: 'numbers', unit: 'people' },
  [`${at}.sizesFrom.from`]: date('sizesFromFrom'),
  [`${at}.sizesFrom.to`]: date('sizesFromTo'),
  [`${at}.sizesFrom.streams`]: streamsOf('sizesFromStreams', 'own'),
  [`${at}.minimumScore`]: { text: 'minimumScore', widget: 'number', unit: 'points', basis: 'none' },
})

/** Every field of a scenario by its name; a test holds this to the schema. */
export const fieldTable: Readonly<Record<string, FieldEntry>> = {
  schemaVersion: { text: 'schemaVersion', widget: 'fixed' },
  id: { text: 'id', widget: 'line' },
  'title.en': { text: 'titleEn', widget: 'line' },
  'title.fr': { text: 'titleFr', widget: 'line' },
  'question.en': { text: 'questionEn', widget: 'text' },
  'question.fr': { text: 'questionFr', widget: 'text' },
  sources: { text: 'sources', widget: 'lines' },
  asOf: date('asOf'),
  horizonDays: { text: 'horizonDays', widget: 'number', unit: 'days' },
  seed: { text: 'seed', widget: 'line' },
  'rules[].from': date('rulesFrom'),
  'rules[].rulesetId': { text: 'rulesetId', widget: 'ruleset' },
  'rules[].patches[].path': { text: 'patchPath', widget: 'rule' },
  'rules[].patches[].value': { text: 'patchValue', widget: 'points' },
  'rules[].patches[].reason': { text: 'patchReason', widget: 'line' },
  'population.size': { text: 'populationSize', widget: 'number', unit: 'people', basis: 'published' },
  'arrivals.perDay': { text: 'arrivalsPerDay', widget: 'number', unit: 'peopleADay', basis: 'inflow' },
  'arrivals.weekdayWeights': {
    text: 'weekdayWeights',
    widget: 'weekdayWeights',
    basis: 'assumedWeekday',
    standard: arrivals.weekdayWeights,
  },
  'arrivals.monthWeights': {
    text: 'monthWeights',
    widget: 'monthWeights',
    basis: 'assumedMonth',
    standard: arrivals.monthWeights,
  },
  'arrivals.archetypes.*': { text: 'archetype', widget: 'number', unit: 'times', basis: 'kinds', standard: 1 },
  'attrition.withdrawalPerDay': {
    text: 'withdrawalPerDay',
    widget: 'number',
    unit: 'chanceADay',
    basis: 'assumedLeaving',
    standard: attrition.withdrawalPerDay,
  },
  'attrition.validityMonths': {
    text: 'validityMonths',
    widget: 'number',
    unit: 'months',
    basis: 'lawValidity',
    standard: attrition.validityMonths,
  },
  'lifeEvents.birthdays.on': happens('birthdays'),
  'lifeEvents.canadianExperience.on': happens('canadianExperience'),
  'lifeEvents.canadianExperience.workingShare': share('canadianWorking', life.canadianExperience.workingShare),
  'lifeEvents.foreignExperience.on': happens('foreignExperience'),
  'lifeEvents.foreignExperience.workingShare': share('foreignWorking', life.foreignExperience.workingShare),
  'lifeEvents.categoryExperience.on': happens('categoryExperience'),
  'lifeEvents.cecWindow.on': happens('cecWindow'),
  'lifeEvents.languageTestExpiry.on': happens('languageTestExpiry'),
  'lifeEvents.languageTestExpiry.renewedInTime': share('testRenewedInTime', life.languageTestExpiry.renewedInTime),
  'lifeEvents.languageTestExpiry.renewedLater': share('testRenewedLater', life.languageTestExpiry.renewedLater),
  'lifeEvents.credentialExpiry.on': happens('credentialExpiry'),
  'lifeEvents.credentialExpiry.renewedInTime': share('credentialRenewedInTime', life.credentialExpiry.renewedInTime),
  'lifeEvents.credentialExpiry.renewedLater': share('credentialRenewedLater', life.credentialExpiry.renewedLater),
  'lifeEvents.languageRetakes.on': happens('languageRetakes'),
  'lifeEvents.languageRetakes.perYear': share('retakesPerYear', life.languageRetakes.perYear, 'chanceAYear'),
  'lifeEvents.nominations.on': happens('nominations'),
  'lifeEvents.nominations.perDay': {
    text: 'nominationsPerDay',
    widget: 'number',
    unit: 'peopleADay',
    basis: 'nominations',
    standard: life.nominations.perDay,
  },
  'lifeEvents.frenchLearning.on': happens('frenchLearning'),
  'lifeEvents.frenchLearning.perYear': share('frenchPerYear', life.frenchLearning.perYear, 'chanceAYear'),
  'lifeEvents.marriages.on': happens('marriages'),
  'lifeEvents.marriages.perYear': share('marriagesPerYear', life.marriages.perYear, 'chanceAYear'),
  'lifeEvents.reentry.on': happens('reentry'),
  'lifeEvents.reentry.afterExpiry': share('afterExpiry', life.reentry.afterExpiry),
  'lifeEvents.reentry.afterLapse': share('afterLapse', life.reentry.afterLapse),
  'invitations.daysToApply': {
    text: 'daysToApply',
    widget: 'number',
    unit: 'days',
    basis: 'lawSixty',
    standard: invitations.daysToApply,
  },
  'invitations.outcomes.*.applies': { text: 'applies', widget: 'number', unit: 'share', basis: 'outcomes' },
  'invitations.outcomes.*.declines': { text: 'declines', widget: 'number', unit: 'share', basis: 'outcomes' },
  'uncertainty.parameters': { text: 'parameters', widget: 'switch', standard: true },
  'schedule.draws[].date': date('drawDate'),
  'schedule.draws[].stream': { text: 'stream', widget: 'stream' },
  'schedule.draws[].size': { text: 'drawSize', widget: 'number', unit: 'people' },
  'schedule.draws[].minimumScore': { text: 'minimumScore', widget: 'number', unit: 'points', basis: 'none' },
  'schedule.cadences[].stream': { text: 'stream', widget: 'stream' },
  ...rhythm('schedule.cadences[]'),
  ...sizing('schedule.cadences[]'),
  ...rhythm('schedule.rounds[]'),
  'schedule.rounds[].draws[].streams': { text: 'roundStreams', widget: 'streamsInTurn' },
  'schedule.rounds[].draws[].offsetWorkdays': {
    text: 'offsetWorkdays',
    widget: 'number',
    unit: 'workdays',
    basis: 'place',
  },
  ...sizing('schedule.rounds[].draws[]'),
  'schedule.budgets[].year': { text: 'budgetYear', widget: 'number' },
  'schedule.budgets[].streams': streamsOf('budgetStreams'),
  'schedule.budgets[].itas': { text: 'itas', widget: 'number', unit: 'invitations' },
  'schedule.budgets[].persons': { text: 'persons', widget: 'number', unit: 'people' },
  'schedule.budgets[].personsPerPrincipalApplicant': { text: 'personsPer', widget: 'number', unit: 'people' },
  'schedule.budgets[].shareOfItasUsed': { text: 'shareUsed', widget: 'number', unit: 'share' },
  'schedule.pauses[].streams': streamsOf('pauseStreams'),
  'schedule.pauses[].from': date('pauseFrom'),
  'schedule.pauses[].to': date('pauseTo'),
  'schedule.published[].from': date('publishedFrom'),
  'schedule.published[].to': date('publishedTo'),
  'schedule.published[].streams': streamsOf('publishedStreams'),
  'schedule.published[].shiftDays': {
    text: 'shiftDays',
    widget: 'number',
    unit: 'days',
    basis: 'noShift',
    standard: 0,
  },
  'schedule.sizeFactors.*': { text: 'sizeFactor', widget: 'number', unit: 'times', basis: 'asPlanned', standard: 1 },
}
