import type { Composition } from '../../shared/schema/draw.ts'
import { useWords } from '../hooks/useWords.ts'
import { Bars } from './Bars.tsx'
import styles from './CompositionBars.module.css'
import { compositionGroups, partsOf } from './compositionParts.ts'

interface CompositionBarsProps {
  composition: Composition
  /** People in all; not 0. */
  total: number
}

/** Who was invited, group by group, as shares of the people invited. */
export function CompositionBars({ composition, total }: CompositionBarsProps) {
  const { t, format } = useWords()
  return (
    <div className={styles.groups}>
      {compositionGroups.map((group) => (
        <section key={group}>
          <h3>{t(`composition.group.${group}`)}</h3>
          <Bars
            bars={partsOf(composition, group, t).map(({ key, name, people }) => ({
              key,
              label: name,
              share: people / total,
              value: format.percent(people / total),
            }))}
          />
        </section>
      ))}
    </div>
  )
}
