import { useWords } from '../../../hooks/useWords.ts'
import styles from './result.module.css'

/** Ids of the parts of the result in the page with their titles; what people came for first. */
const resultParts = [
  { id: 'result-chance', title: 'chance.result.chance' },
  { id: 'result-choices', title: 'chance.choice.title' },
  { id: 'result-programs', title: 'chance.eligible.title' },
  { id: 'result-rulesets', title: 'chance.rulesets.title' },
  { id: 'result-mistakes', title: 'chance.mistake.title' },
] as const
export type ResultPart = (typeof resultParts)[number]['id']

/** The way to every part of a long result. */
export function ResultContents() {
  const { t } = useWords()
  return (
    <nav aria-label={t('chance.result.contents')}>
      <ul className={styles.contents}>
        {resultParts.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                // The address may hold the answers behind its #: only the focus moves.
                event.preventDefault()
                const part = document.getElementById(id)
                part?.scrollIntoView()
                part?.focus({ preventScroll: true })
              }}
            >
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
