import type { RecordView } from '../../shared/record/view.ts'
import type { StreamSkill } from '../../shared/schema/backtest.ts'
import { aheadName, percent, points, whole } from './figures.ts'
import { type MarkdownColumn, markdownTable } from './markdownTable.ts'

const figureColumns: readonly MarkdownColumn[] = [
  'draws',
  'error',
  'bias',
  'last cutoff',
  'skill',
  'in 50 %',
  'in 80 %',
  'CRPS',
].map((label) => ({ label, numeric: true }))

const figureCells = (skill: Omit<StreamSkill, 'stream'>): string[] => [
  whole(skill.n),
  points(skill.mae),
  points(skill.bias),
  points(skill.persistenceMae),
  percent(skill.skill),
  percent(skill.coverage50),
  percent(skill.coverage80),
  points(skill.crps),
]

const streamsName = { all: 'all', 'without-pnp': 'all but pnp' } as const

/** All streams together, a row for each way of predicting. */
export const overallTable = (views: readonly RecordView[]): string =>
  markdownTable(
    [{ label: 'predicted' }, { label: 'streams' }, ...figureColumns],
    views.flatMap(({ ahead, overall }) =>
      overall
        .filter(({ year }) => year === null)
        .map((one) => [aheadName(ahead), streamsName[one.streams], ...figureCells(one)]),
    ),
  )

/** All streams but PNP by calendar year. */
export const overallYearsTable = (views: readonly RecordView[]): string =>
  markdownTable(
    [{ label: 'predicted' }, { label: 'year' }, ...figureColumns],
    views.flatMap(({ ahead, overall }) =>
      overall
        .filter(({ year, streams }) => year !== null && streams === 'without-pnp')
        .map((one) => [aheadName(ahead), whole(one.year), ...figureCells(one)]),
    ),
  )

export const streamsTable = ({ byStream }: RecordView): string =>
  markdownTable(
    [{ label: 'stream' }, ...figureColumns],
    byStream.map((one) => [one.stream, ...figureCells(one)]),
  )

export const yearsTable = ({ byYear }: RecordView): string =>
  markdownTable(
    [{ label: 'stream' }, { label: 'year' }, ...figureColumns],
    byYear.map((one) => [one.stream, whole(one.year), ...figureCells(one)]),
  )
