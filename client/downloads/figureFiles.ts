import type { TableData } from '../charts/tableData.ts'
import type { ChartTexts } from './chartSvg.ts'

/** What there is to take along of a figure; a part that it does not have is absent. */
export interface FigureParts {
  /** The picture as it stands on the page. */
  picture?(): Element | null
  /** The data behind it. */
  table?(): TableData | null
}

export interface FigureFile {
  kind: 'png' | 'svg' | 'csv' | 'csvNames'
  ending: 'png' | 'svg' | 'csv'
  type: string
  /** Rejects when the page does not have it (any more), or the browser cannot make it. */
  content(): Promise<Blob | string>
}

function present<Thing>(thing: Thing | null): Thing {
  if (thing === null) throw new Error('it is not on the page')
  return thing
}

/** The files a figure can be taken along as. What makes them is loaded with the first that somebody takes. */
export function figureFiles({ picture, table }: FigureParts, texts: ChartTexts): FigureFile[] {
  const pictures: FigureFile[] = picture
    ? [
        {
          ...{ kind: 'png', ending: 'png', type: 'image/png' },
          content: async () => (await import('./pictureFile.ts')).pngFile(present(picture()), texts),
        },
        {
          ...{ kind: 'svg', ending: 'svg', type: 'image/svg+xml' },
          content: async () => (await import('./pictureFile.ts')).svgFile(present(picture()), texts),
        },
      ]
    : []
  const csv = async (headings: 'label' | 'key') =>
    (await import('./tableCsv.ts')).tableCsv(present(table?.() ?? null), headings)
  const tables: FigureFile[] = table
    ? [
        { kind: 'csv', ending: 'csv', type: 'text/csv', content: () => csv('label') },
        { kind: 'csvNames', ending: 'csv', type: 'text/csv', content: () => csv('key') },
      ]
    : []
  return [...pictures, ...tables]
}
