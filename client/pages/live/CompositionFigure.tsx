import type { TFunction } from 'i18next'
import { memo } from 'react'
import type { DrawEvent } from '../../../shared/schema/event.ts'
import { Bars } from '../../charts/Bars.tsx'
import { DataTable } from '../../charts/DataTable.tsx'
import { Figure } from '../../charts/Figure.tsx'
import { compositionFinding } from '../../charts/findings.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import styles from './CompositionFigure.module.css'

const groups = ['program', 'residence', 'firstLanguage', 'age', 'education', 'firstLanguageLevel'] as const
type Group = (typeof groups)[number]

interface Part {
  key: string
  name: string
  people: number
}

/** Keys that are whole numbers come first in any JavaScript object; the levels are put back in their order. */
const byLevel = (a: Part, b: Part): number => Number.parseInt(a.key, 10) - Number.parseInt(b.key, 10)

/** The parts of one group in the order in which the schema lists them. */
function partsOf(draw: DrawEvent, group: Group, t: TFunction): Part[] {
  const names: Record<string, string> = t(`composition.value.${group}`, { returnObjects: true })
  const counts: Record<string, number> = draw.composition[group]
  const parts = Object.entries(counts).map(([key, people]) => ({ key, name: names[key] ?? key, people }))
  return group === 'firstLanguageLevel' ? parts.sort(byLevel) : parts
}

function tableOf(draw: DrawEvent, caption: string, { t, format }: Words) {
  const columns = [
    { key: 'group', label: t('column.group') },
    { key: 'value', label: t('column.value') },
    { key: 'invited', label: t('column.invited'), numeric: true },
    { key: 'share', label: t('column.share'), numeric: true },
  ]
  const rows = groups.flatMap((group) =>
    partsOf(draw, group, t).map(({ key, name, people }) => ({
      key: `${group} ${key}`,
      cells: [
        t(`composition.group.${group}`),
        name,
        format.integer(people),
        format.percent(draw.invited === 0 ? 0 : people / draw.invited),
      ],
    })),
  )
  return <DataTable caption={caption} columns={columns} rows={rows} />
}

/** Who the last draw invited. */
export const CompositionFigure = memo(function CompositionFigure({ draw }: { draw: DrawEvent | undefined }) {
  const words = useWords()
  const { t, format } = words
  const title = compositionFinding(draw, words)
  if (!draw || draw.invited === 0) {
    return (
      <Figure
        heading={t('composition.heading')}
        title={title}
        subtitle={t('live.noDrawYet')}
        source={t('figure.sourceSimulated')}
      >
        {null}
      </Figure>
    )
  }
  const stream = t(`streamLong.${draw.stream}`)
  return (
    <Figure
      heading={t('composition.heading')}
      title={title}
      subtitle={t('composition.subtitle', { number: draw.number, stream })}
      source={t('figure.sourceSimulated')}
      table={() => tableOf(draw, t('figure.tableOf', { title }), words)}
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`composition.group.${group}`)}</h3>
            <Bars
              bars={partsOf(draw, group, t).map(({ key, name, people }) => ({
                key,
                label: name,
                share: people / draw.invited,
                value: format.percent(people / draw.invited),
              }))}
            />
          </section>
        ))}
      </div>
    </Figure>
  )
})
