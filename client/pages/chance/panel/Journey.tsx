import { type ReactNode, useId } from 'react'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import styles from './Journey.module.css'
import { documentsFor, endings, journeySteps, terms } from './journey.ts'
import { officialAddress, officialPages } from './officialPages.ts'

/** The way from a profile to permanent residence with the person's dates, the documents, and what ends it early. */
export function Journey({ answer, profile }: { answer: ChanceAnswer; profile: Profile }) {
  const words = useWords()
  const { t, language } = words
  const id = useId()
  return (
    <section className={styles.journey} aria-labelledby={id}>
      <div className={styles.head}>
        <p className={styles.heading}>{t('chancePanel.journey.heading')}</p>
        <h2 id={id}>{t('chancePanel.journey.title')}</h2>
        <p>{t('chancePanel.journey.lead')}</p>
      </div>
      <ol className={styles.steps}>
        {journeySteps(answer, profile, words).map(({ name, text, date }) => (
          <li key={name}>
            <h3>{name}</h3>
            <p>{text}</p>
            {date && <p className={styles.date}>{date}</p>}
          </li>
        ))}
      </ol>
      <div className={styles.lists}>
        <TitledList title={t('chancePanel.journey.documentsTitle')}>
          {documentsFor(profile).map((name) => (
            <li key={name}>{t(`chancePanel.journey.documents.${name}`)}</li>
          ))}
        </TitledList>
        <TitledList title={t('chancePanel.journey.endsTitle')}>
          {endings.map((name) => (
            <li key={name}>{t(`chancePanel.journey.ends.${name}`, terms)}</li>
          ))}
        </TitledList>
        <TitledList title={t('chancePanel.journey.officialTitle')}>
          {officialPages.map((name) => (
            <li key={name}>
              <a href={officialAddress(name, language)} rel="noreferrer">
                {t(`chancePanel.journey.official.${name}`)}
              </a>
            </li>
          ))}
        </TitledList>
      </div>
    </section>
  )
}

function TitledList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </div>
  )
}
