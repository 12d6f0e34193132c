import { type ChangeEvent, useId, useState } from 'react'
import { InputError } from '../../../../shared/lib/errors.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Answers } from '../answers/answerIds.ts'
import { answersOf, leftOut } from '../answers/answersOf.ts'
import { profileFile, profileInFile } from '../answers/profileFile.ts'
import { useToday } from '../useToday.ts'
import styles from './Keeping.module.css'

interface KeepingProps {
  profile: Profile | undefined
  /** Puts the answers behind the # of the address. */
  onLink(): void
  onLoad(answers: Answers): void
  onClear(): void
}

function save(profile: Profile): void {
  const address = URL.createObjectURL(new Blob([profileFile(profile)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'express-entry-profile.json'
  link.click()
  URL.revokeObjectURL(address)
}

/** The ways to keep answers: a link, a file. Nothing is kept unless somebody asks. */
export function Keeping({ profile, onLink, onLoad, onClear }: KeepingProps) {
  const { t } = useWords()
  const id = useId()
  const today = useToday()
  const [message, setMessage] = useState('')

  const load = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (!file) return
    const found = profileInFile(await file.text(), today)
    event.target.value = ''
    if (found instanceof InputError) {
      const [{ path, message: why }] = found.issues
      setMessage(t('chance.keep.refused', { file: file.name, path, why }))
      return
    }
    onLoad(answersOf(found))
    const missing = leftOut(found)
    setMessage(
      missing.length === 0
        ? t('chance.keep.loaded', { file: file.name })
        : t('chance.keep.loadedPartly', { file: file.name, fields: missing.join(', ') }),
    )
  }
  return (
    <section className={styles.keeping} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('chance.keep.title')}</h2>
      <p>{t('chance.keep.text')}</p>
      <div className={styles.row}>
        <Button
          onClick={() => {
            onLink()
            setMessage(t('chance.keep.linked'))
          }}
        >
          {t('chance.keep.link')}
        </Button>
        <Button
          onClick={() => {
            if (profile) save(profile)
            setMessage(t(profile ? 'chance.keep.saved' : 'chance.keep.unfinished'))
          }}
        >
          {t('chance.keep.save')}
        </Button>
        <Button look="plain" onClick={onClear}>
          {t('chance.keep.clear')}
        </Button>
      </div>
      <label className={styles.file} htmlFor={id}>
        {t('chance.keep.load')}
        <input id={id} type="file" accept="application/json,.json" onChange={load} />
      </label>
      <p role="status">{message}</p>
    </section>
  )
}
