import '../../../i18n/record/texts.ts'
import accuracy from '../../../../shared/record/accuracy.json'
import type { AccuracyRecord } from '../../../../shared/schema/backtest.ts'
import type { ChanceAnswer } from '../../../../shared/schema/chance.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { brierText } from '../../record/recordFindings.ts'
import { type PastStatements, pastStatements } from './reliabilityOfChance.ts'

/** Written by `npm run record`, which checks it against the schema. */
const record = accuracy as AccuracyRecord

function binText({ stream, statements, now, bin }: PastStatements, { t, format }: Words): string {
  if (!statements || !now) return ''
  const about = { stream: t(`stream.${stream}`), chance: format.percent(now.probability), date: format.date(now.date) }
  if (!bin) return t('chancePanel.reliability.binEmpty', about)
  const past = t('chancePanel.reliability.bin', {
    ...about,
    count: bin.n,
    from: format.percent(bin.from),
    to: format.percent(bin.to),
    days: statements.days,
    observed: format.percent(bin.observed),
  })
  return `${t('chancePanel.reliability.stated', about)} ${past}`
}

/** How often past statements about as sure as this one came true; loaded with the record. */
export function HowReliable({ answer }: { answer: ChanceAnswer }) {
  const words = useWords()
  const { t } = words
  const past = pastStatements(record, answer)
  if (!past?.statements) {
    return <p>{t(past?.stream === 'pnp' ? 'chancePanel.reliability.pnp' : 'chancePanel.reliability.none')}</p>
  }
  return (
    <>
      <p>{binText(past, words)}</p>
      <p>{brierText(past.statements, words)}</p>
    </>
  )
}
