import { useState } from 'react'
import { InputError } from '../../../shared/lib/errors.ts'
import { saveFile } from '../../downloads/saveFile.ts'
import { useDataAge } from '../../hooks/useServerFacts.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { AboutReform } from './AboutReform.tsx'
import { hashOf } from './link.ts'
import styles from './ReformScreen.module.css'
import { reformFile, reformFileName, reformInFile } from './reformFile.ts'
import type { ReformLab } from './useReformLab.ts'

/** The ways to keep a reform: its address, a file. */
export function KeepReform({ lab }: { lab: ReformLab }) {
  const { t } = useWords()
  const facts = useDataAge()
  const [message, setMessage] = useState('')
  const { reform, choice, isTooLong } = lab

  const copy = async () => {
    const address = new URL(window.location.href)
    address.hash = hashOf({ reform, choice })
    try {
      await navigator.clipboard.writeText(address.href)
      setMessage(t('reform.keep.copied'))
    } catch {
      // Not allowed to write there, or no such thing as a clipboard.
      setMessage(t('reform.keep.notCopied'))
    }
  }
  const save = () => {
    const madeWith = facts && { engineVersion: facts.engineVersion, dataUntil: facts.until }
    saveFile(reformFileName(reform), reformFile(reform, madeWith), 'application/json')
    setMessage(t('reform.keep.saved'))
  }
  const load = (file: string, text = '') => {
    const read = reformInFile(text)
    if (read instanceof InputError) {
      const [{ path, message: why }] = read.issues
      setMessage(t('reform.keep.refused', { file, path, why }))
      return
    }
    lab.dispatch({ type: 'load', reform: read })
    setMessage(t('reform.keep.loaded', { file }))
  }
  return (
    <section className={styles.part} aria-label={t('reform.keep.title')}>
      <h2>{t('reform.keep.title')}</h2>
      <p>{t(isTooLong ? 'reform.keep.tooLong' : 'reform.keep.text')}</p>
      <AboutReform lab={lab} />
      <div className={styles.row}>
        <Button onClick={copy} disabled={isTooLong}>
          {t('reform.keep.copy')}
        </Button>
        <Button onClick={save}>{t('reform.keep.save')}</Button>
        <FileButton label={t('reform.keep.load')} onFile={load} />
      </div>
      <p role="status">{message}</p>
    </section>
  )
}
