import { useId, useState } from 'react'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { saveFile } from '../../../downloads/saveFile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import type { Answers } from '../answers/answerIds.ts'
import type { FileProblem } from '../answers/fileProblems.ts'
import { profileFile, profileInFile } from '../answers/profileFile.ts'
import { useToday } from '../useToday.ts'
import { FileRefusal } from './FileRefusal.tsx'
import styles from './Keeping.module.css'

interface KeepingProps {
  answers: Answers
  /** What the answers say, once nothing is wrong or open. */
  profile: Profile | undefined
  /** Puts the answers behind the # of the address. */
  onLink(): void
  onLoad(answers: Answers): void
  onClear(): void
}

/** The ways to keep answers: a link, a file. Nothing is kept unless somebody asks. */
export function Keeping({ answers, profile, onLink, onLoad, onClear }: KeepingProps) {
  const { t } = useWords()
  const id = useId()
  const today = useToday()
  const [message, setMessage] = useState('')
  const [refused, setRefused] = useState<{ file: string; problems: readonly FileProblem[] } | null>(null)
  const say = (text: string) => {
    setMessage(text)
    setRefused(null)
  }

  const load = (file: string, text: string | undefined) => {
    const refuse = (problems: readonly FileProblem[]) => {
      setMessage('')
      setRefused({ file, problems })
    }
    if (text === undefined) return refuse([{ kind: 'unreadable' }])
    const found = profileInFile(text, today)
    if ('problems' in found) return refuse(found.problems)
    onLoad(found.answers)
    const fields = found.leftOut.map((one) => t(`chance.keep.left.${one}`))
    const isWhole = fields.length === 0
    say(t(isWhole ? 'chance.keep.loaded' : 'chance.keep.loadedPartly', { file, fields: fields.join(', ') }))
  }
  return (
    <section className={styles.keeping} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('chance.keep.title')}</h2>
      <p>{t('chance.keep.text')}</p>
      <div className={styles.row}>
        <Button
          onClick={() => {
            onLink()
            say(t('chance.keep.linked'))
          }}
        >
          {t('chance.keep.link')}
        </Button>
        <Button
          onClick={() => {
            if (profile) saveFile('express-entry-profile.json', profileFile(profile, answers), 'application/json')
            say(t(profile ? 'chance.keep.saved' : 'chance.keep.unfinished'))
          }}
        >
          {t('chance.keep.save')}
        </Button>
        <FileButton label={t('chance.keep.load')} onFile={load} />
        <Button
          look="plain"
          onClick={() => {
            onClear()
            say('')
          }}
        >
          {t('chance.keep.clear')}
        </Button>
      </div>
      <p role="status">{message}</p>
      {refused && <FileRefusal file={refused.file} problems={refused.problems} />}
    </section>
  )
}
