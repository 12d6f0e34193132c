import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../hooks/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { useCitedResult } from './citation.ts'
import styles from './FigureDownload.module.css'
import { type FigureFile, type FigureParts, figureFiles } from './figureFiles.ts'
import { fileName, saveFile } from './saveFile.ts'

interface FigureDownloadProps extends FigureParts {
  heading: string
  title: string
  titleId: string
  subtitle: string
  source: string
}

/** A button that opens a short list of files: the picture as PNG and SVG, the data as CSV. */
export function FigureDownload({ heading, title, titleId, subtitle, source, picture, table }: FigureDownloadProps) {
  const { t, language } = useWords()
  const { citation, name } = useCitedResult()
  const [isOpen, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const listId = useId()
  const texts = { heading, title, subtitle, source: t('figure.source', { source }), citation, language }

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const save = async ({ ending, type, content }: FigureFile) => {
    const file = fileName([name, heading], ending)
    setFailed(false)
    try {
      saveFile(file, await content(), type)
    } catch {
      setFailed(true)
      return
    }
    setSaid(t('figure.saved', { file }))
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
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
        aria-controls={listId}
        aria-describedby={titleId}
        onClick={() => setOpen(!isOpen)}
      >
        {t('figure.download')}
      </Button>
      {/* Takes the focus of a press in browsers whose buttons do not. */}
      <div id={listId} className={styles.list} hidden={!isOpen} tabIndex={-1}>
        <ul>
          {figureFiles({ picture, table }, texts).map((file) => (
            <li key={file.kind}>
              <Button look="plain" onClick={() => void save(file)}>
                {t(`figure.file.${file.kind}`)}
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
