import type { Band } from '../schema/common.ts'
import type { PublishedDraw } from '../schema/draw.ts'

const upperMiddle: readonly Band[] = ['491-500', '481-490', '471-480', '461-470', '451-460']
const lowerMiddle: readonly Band[] = ['441-450', '431-440', '421-430', '411-420', '401-410']

/** A column of pool counts and the bands it adds up. IRCC publishes 451-500 and 401-450 both whole and in tens. */
const bandColumns: readonly { name: string; sumOf: readonly Band[] }[] = [
  { name: 'p601_1200', sumOf: ['601-1200'] },
  { name: 'p501_600', sumOf: ['501-600'] },
  { name: 'p451_500', sumOf: upperMiddle },
  ...upperMiddle.map(columnOfBand),
  { name: 'p401_450', sumOf: lowerMiddle },
  ...lowerMiddle.map(columnOfBand),
  { name: 'p351_400', sumOf: ['351-400'] },
  { name: 'p301_350', sumOf: ['301-350'] },
  { name: 'p0_300', sumOf: ['0-300'] },
]

function columnOfBand(band: Band) {
  return { name: `p${band.replace('-', '_')}`, sumOf: [band] }
}

const columns = [
  'draw_number',
  'draw_date',
  'draw_datetime_utc',
  'type',
  'draw_name',
  'itas',
  'crs_cutoff',
  'tie_break_utc',
  'pool_as_of',
  ...bandColumns.map((column) => column.name),
  'p_total',
  'notes',
]

/** A field as RFC 4180 writes it: quoted only when it holds a comma, a quote or a line break. */
export function csvField(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV text, each line ended by CRLF as RFC 4180 has it. */
export const csvText = (rows: readonly (readonly (string | number | null | undefined)[])[]): string =>
  rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')

function poolFields({ pool }: PublishedDraw): (string | number)[] {
  if (pool === null) return bandColumns.map(() => '').concat('')
  const sums = bandColumns.map(({ sumOf }) => sumOf.reduce((sum, band) => sum + pool.bands[band], 0))
  return [...sums, pool.total]
}

/** Published draws as CSV: one line each under the 28 column names of the project's table of draws; empty = not published. */
export function toCsv(draws: readonly PublishedDraw[]): string {
  const rows = draws.map((draw) => [
    draw.number,
    draw.date,
    draw.instant,
    draw.stream,
    draw.name,
    draw.size,
    draw.cutoff,
    draw.tieBreak,
    draw.pool?.asOf,
    ...poolFields(draw),
    draw.note,
  ])
  return csvText([columns, ...rows])
}
