import { useId } from 'react'
import type { SavedScenarios } from '../../../engine/backend.ts'
import { useScenarios } from '../../../hooks/useServerFacts.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { ServerMessage } from '../../live/ServerMessage.tsx'
import { activeScenario, MOST_ALTERNATIVES } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { OpenChoice } from './OpenChoice.tsx'
import styles from './side.module.css'
import { type Saving, useSaved } from './useSaved.ts'

interface SavedOnServerProps {
  lab: Lab
  saved: SavedScenarios
}

/** Keeps the scenario being edited on the server: by a secret link, or under its name for everybody. */
export function SavedOnServer({ lab, saved }: SavedOnServerProps) {
  const { t, language } = useWords()
  const titleId = useId()
  const saving = useSaved(saved, lab)
  const { data } = useScenarios()
  const { workspace, issues, isRight } = lab
  const { isBusy, mayChange } = saving
  const id = String(activeScenario(workspace).id)
  const isWrong = (issues[workspace.active] ?? []).length > 0
  const isBlocked = isBusy || !isRight(workspace.active)
  const named = (data?.scenarios ?? []).filter(({ builtIn }) => !builtIn)
  const isBuiltIn = lab.library.has(id)
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('lab.saved.title')}</h2>
      {isWrong && <p className={styles.note}>{t('lab.saved.correctFirst')}</p>}
      {mayChange && (
        <Button disabled={isBlocked} onClick={() => saving.saveChanges(false)}>
          {t('lab.saved.change', { id })}
        </Button>
      )}
      <div className={styles.buttons}>
        <Button disabled={isBlocked} onClick={saving.saveSecretly}>
          {t('lab.saved.secret')}
        </Button>
        {!mayChange && !isBuiltIn && (
          <Button disabled={isBlocked} onClick={() => saving.saveAs(id)}>
            {t('lab.saved.named', { id })}
          </Button>
        )}
      </div>
      {named.length > 0 && (
        <OpenChoice
          label={t('lab.saved.open')}
          options={named.map((one) => ({ value: one.id, text: one.title[language] }))}
          open={t('lab.saved.openIt')}
          isBusy={isBusy}
          onOpen={saving.open}
        />
      )}
      <div role="status" className={styles.part}>
        <News saving={saving} />
      </div>
    </section>
  )
}

/** What became of the last saving, and what to do when somebody was quicker. */
function News({ saving }: { saving: Saving }) {
  const { t } = useWords()
  const { news } = saving
  if (!news) return null
  if (news.kind === 'refused') return <ServerMessage code={news.error.code} message={news.error.message} />
  if (news.kind === 'conflict') {
    return (
      <>
        <p className={styles.mistakes}>{t('lab.saved.conflict', { id: news.id })}</p>
        <div className={styles.buttons}>
          <Button onClick={() => saving.open(news.id)}>{t('lab.saved.theirs')}</Button>
          <Button onClick={() => saving.saveChanges(true)}>{t('lab.saved.mine')}</Button>
        </div>
      </>
    )
  }
  if (news.kind === 'noRoom') {
    return <p className={styles.mistakes}>{t('lab.saved.noRoom', { id: news.id, count: MOST_ALTERNATIVES })}</p>
  }
  const { id, revision } = news
  const link = new URL(`?open=${encodeURIComponent(id)}`, window.location.href.replace(/[?#].*$/, ''))
  return (
    <>
      <p>{t(`lab.saved.${news.kind}`, { id, revision })}</p>
      <p>
        <a href={link.href}>{t('lab.saved.link')}</a>
      </p>
    </>
  )
}
