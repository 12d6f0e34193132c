import '../../client/i18n/chancePanel/texts.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import type { Action, ChanceAnswer, ChanceByDate, PastDraw } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'

export const en = wordsIn('en')
export const fr = wordsIn('fr')
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
export const byMonth = (chances: readonly number[]): ChanceByDate[] =>
  chances.map((probability, month) => ({
    date: `2026-${months[month]}-17`,
    probability,
    low: Math.max(0, probability - 0.03),
    high: Math.min(1, probability + 0.03),
  }))
export const rising = [0.05, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.72]

export const action = (over: Partial<Action> & Pick<Action, 'action'>): Action => ({
  isAssumed: false,
  months: 5,
  points: 20,
  opens: [],
  probability: 0.9,
  low: 0.88,
  high: 0.92,
  gained: 0.2,
  gainedLow: (over.gained ?? 0.2) - 0.02,
  gainedHigh: (over.gained ?? 0.2) + 0.02,
  gainedPerMonth: 0.04,
  byDate: [],
  scores: [],
  ...over,
})
export const pastDraw = (over: Partial<PastDraw>): PastDraw => ({
  draw: '1',
  date: '2025-11-01',
  stream: 'cec',
  cutoff: 520,
  isMember: true,
  isInvited: false,
  neededSubmission: null,
  ...over,
})
export const place = {
  above: 31_041,
  tied: 1189,
  justBelow: 5600,
  pool: 237_302,
  ranges: {
    above: { low: 29_412, high: 32_871 },
    tied: { low: 1003, high: 1321 },
    justBelow: { low: 5100, high: 6200 },
  },
}
export const answerWith = (over: Partial<ChanceAnswer> = {}): ChanceAnswer => ({
  scenario: 'forecast',
  seed: 'forecast',
  engineVersion: '0.3.0',
  rulesetId: '2025-03-25',
  asOf: '2025-12-15',
  runs: 1000,
  score: 515,
  streams: ['general', 'cec', 'fsw'],
  submission: { date: '2025-12-17', ends: '2026-12-17' },
  rank: place,
  rankByStream: { general: place, cec: { ...place, above: 4 }, fsw: place },
  byDate: byMonth(rising),
  byStream: { cec: byMonth(rising), french: byMonth(rising.map((chance) => chance / 2)) },
  changes: [{ date: '2026-03-10', kinds: ['birthday'], score: 510, points: -5, opens: [], closes: [] }],
  actions: [],
  combinations: [],
  pastDraws: [],
  ...over,
})
export const profile: Profile = {
  age: 29,
  spouse: null,
  education: 'doctoral',
  firstLanguage: { language: 'en', clb: { listening: 9, reading: 9, writing: 9, speaking: 9 } },
  secondLanguage: null,
  canadianWorkYears: 2,
  foreignWorkYears: 0,
  tradeCertificate: false,
  provincialNomination: false,
  sibling: false,
  canadianStudy: 'none',
  jobOffer: 'none',
}
