import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { TableData } from '../charts/tableData.ts'
import { useWords } from '../hooks/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { useCitedResult } from './citation.ts'
import styles from './FigureDownload.module.css'
import { fileName, saveFile } from './saveFile.ts'

export interface FigureDownloadProps {
  heading: string
  title: string
  titleId: string
  subtitle: string
  source: string
  /** The picture as it stands on the page; absent when there is none. */
  picture?(): Element | null
  /** The data behind it; absent when there is none. */
  table?(): TableData | null
}

/** A button that opens a short list of files: the picture as PNG and SVG, the data as CSV. */
export function FigureDownload({ heading, title, titleId, subtitle, source, picture, table }: FigureDownloadProps) {
  const { t, language } = useWords()
  const { citation, name } = useCitedResult()
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const id = useId()

  const save = async (ending: 'png' | 'svg' | 'csv', content: () => Promise<Blob | string>) => {
    const file = fileName([name, heading], ending)
    setFailed(false)
    try {
      saveFile(file, await content(), { png: 'image/png', svg: 'image/svg+xml', csv: 'text/csv' }[ending])
    } catch {
      setFailed(true)
      return
    }
    setSaid(t('figure.saved', { file }))
    setOpen(false)
    opener.current?.focus()
  }
  const texts = { heading, title, subtitle, source: t('figure.source', { source }), citation, language }
  // Loaded with the first picture that somebody takes along.
  const savePicture = (ending: 'png' | 'svg') =>
    save(ending, async () => {
      const { pngFile, svgFile } = await import('./pictureFile.ts')
      const element = picture?.()
      if (!element) throw new Error('the picture is not on the page')
      return ending === 'png' ? pngFile(element, texts) : svgFile(element, texts)
    })
  const saveTable = (headings: 'label' | 'key') =>
    save('csv', async () => {
      const { tableCsv } = await import('./tableCsv.ts')
      const data = table?.()
      if (!data) throw new Error('the table is not on the page')
      return tableCsv(data, headings)
    })
  const items = [
    ...(picture ? (['png', 'svg'] as const).map((kind) => ({ kind, save: () => savePicture(kind) })) : []),
    ...(table
      ? [
          { kind: 'csv' as const, save: () => saveTable('label') },
          { kind: 'csvNames' as const, save: () => saveTable('key') },
        ]
      : []),
  ]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    setOpen(false)
    opener.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the list from wherever the focus is in it
    <div
      className={styles.download}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <Button
        ref={opener}
        look="plain"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-describedby={titleId}
        onClick={() => setOpen(!isOpen)}
      >
        {t('figure.download')}
      </Button>
      <div id={id} className={styles.list} hidden={!isOpen} tabIndex={-1}>
        <ul>
          {items.map(({ kind, save: onSave }) => (
            <li key={kind}>
              <Button look="plain" onClick={() => void onSave()}>
                {t(`figure.file.${kind}`)}
              </Button>
            </li>
          ))}
        </ul>
        {hasFailed && <p role="alert">{t('figure.notSaved')}</p>}
      </div>
      <p role="status" className="unseen">
        {said}
      </p>
    </div>
  )
}
