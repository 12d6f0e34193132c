import type { Band, BandCounts } from '../../shared/schema/common.ts'

/** The published bands merged to what a chart can show, highest first; each named by its lowest score. */
export const bandGroups = ['from601', 'from501', 'from451', 'from401', 'from351', 'from301', 'from0'] as const
export type BandGroup = (typeof bandGroups)[number]

const groupOf: Readonly<Record<Band, BandGroup>> = {
  '601-1200': 'from601',
  '501-600': 'from501',
  '491-500': 'from451',
  '481-490': 'from451',
  '471-480': 'from451',
  '461-470': 'from451',
  '451-460': 'from451',
  '441-450': 'from401',
  '431-440': 'from401',
  '421-430': 'from401',
  '411-420': 'from401',
  '401-410': 'from401',
  '351-400': 'from351',
  '301-350': 'from301',
  '0-300': 'from0',
}

/** People in each group of bands; the groups add up to the pool. */
export function mergeBands(counts: BandCounts): Record<BandGroup, number> {
  const merged = { from601: 0, from501: 0, from451: 0, from401: 0, from351: 0, from301: 0, from0: 0 }
  for (const band of Object.keys(groupOf) as Band[]) merged[groupOf[band]] += counts[band]
  return merged
}
