import { Figure } from '../../../charts/Figure.tsx'
import { IntervalRows } from '../../../charts/IntervalRows.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import { scoresText } from '../../ensemble/scoresText.ts'
import { shareRows } from './shareRows.ts'
import { mostDifferent, type Shown, sourceText } from './shown.ts'

const HUNDRED = 100

/** By how much the share that is never invited differs, by score. */
export function NeverFigure({ result, difference, name }: Shown) {
  const words = useWords()
  const { t, format } = words
  const members = difference.neverInvited.map(({ scores, share }) => ({ text: scoresText(scores, words), share }))
  const most = mostDifferent(members, ({ share }) => share)
  const title =
    typeof most === 'object'
      ? t(most.paired.difference.mean > 0 ? 'lab.compare.never.more' : 'lab.compare.never.fewer', {
          name,
          scores: most.member.text,
          points: format.signedTenths(HUNDRED * most.paired.difference.mean),
        })
      : t(`lab.compare.never.${most}`, { name })
  return (
    <Figure
      heading={t('lab.compare.never.heading')}
      title={title}
      subtitle={t('lab.compare.never.subtitle')}
      source={sourceText(result, words)}
    >
      <IntervalRows label={t('lab.compare.never.chart')} {...shareRows(members, words)} />
    </Figure>
  )
}
