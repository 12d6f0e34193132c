export interface MarkdownColumn {
  label: string
  /** Figures are aligned to the right. */
  numeric?: boolean
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/**
 * A table in Markdown, a row a line, without a line break at its end.
 *
 * @example
 * markdownTable([{ label: 'stream' }, { label: 'draws', numeric: true }], [['cec', '25']])
 * // | stream | draws |
 * // |---|---:|
 * // | cec | 25 |
 */
export function markdownTable(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const rule = `|${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join('|')}|`
  return [row(columns.map(({ label }) => label)), rule, ...rows.map(row)].join('\n')
}
