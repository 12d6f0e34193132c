import { useState } from 'react'
import { useWords } from '../hooks/useWords.ts'
import { Button } from '../ui/Button.tsx'
import { useCitedResult } from './citation.ts'
import styles from './KeepResult.module.css'
import { fileName, saveFile } from './saveFile.ts'

interface KeepResultProps {
  /** The result with its provenance, as text of a JSON file. */
  json(): Promise<string>
  /** Its draws as CSV. */
  csv(): Promise<string>
}

/** How to cite the result around it, in a line to copy, and the result as files. */
export function KeepResult({ json, csv }: KeepResultProps) {
  const { t } = useWords()
  const { citation, name } = useCitedResult()
  const [message, setMessage] = useState('')
  const copy = () => {
    // Without https there is no clipboard at all.
    const copied = navigator.clipboard?.writeText(citation) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => setMessage(t('cite.copied')),
      () => setMessage(t('cite.notCopied')),
    )
  }
  const save = async (file: string, type: string, content: () => Promise<string>) => {
    try {
      saveFile(file, await content(), type)
      setMessage(t('figure.saved', { file }))
    } catch {
      setMessage(t('cite.notSaved'))
    }
  }
  return (
    <section className={styles.keep} aria-label={t('cite.title')}>
      <h2>{t('cite.title')}</h2>
      <p className={styles.citation}>{citation}</p>
      <div className={styles.buttons}>
        <Button onClick={copy}>{t('cite.copy')}</Button>
        <Button onClick={() => void save(fileName([name], 'json'), 'application/json', json)}>{t('cite.json')}</Button>
        <Button onClick={() => void save(fileName([name, 'draws'], 'csv'), 'text/csv', csv)}>{t('cite.csv')}</Button>
      </div>
      <p role="status" className={styles.message}>
        {message}
      </p>
    </section>
  )
}
