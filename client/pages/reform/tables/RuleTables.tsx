import { type Dispatch, useEffect, useRef, useState } from 'react'
import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import { useWords } from '../../../hooks/useWords.ts'
import type { LabAction } from '../labState.ts'
import styles from './RuleTable.module.css'
import { changedCells, RuleTable } from './RuleTable.tsx'
import type { RuleTableModel, SectionName } from './ruleTableModel.ts'
import { ruleTables } from './ruleTables.ts'

interface RuleTablesProps {
  provisions: Provisions
  base: Provisions
  law: Provisions
  unknown: readonly string[]
  dispatch: Dispatch<LabAction>
}

const sections: readonly SectionName[] = ['core', 'spouse', 'transferability', 'additional']

/** Opened at first where nothing is changed: what most proposals are about. */
const FIRST_OPEN = 'additional'

/** Brings the first changed table into view where the tables have a scroll of their own. */
function showFirstChange(box: HTMLElement | null): void {
  const scroller = box?.closest('[data-scroller]')
  const changed = box?.querySelector('details[data-changed="true"]')
  if (!scroller || !changed || scroller.scrollHeight <= scroller.clientHeight) return
  scroller.scrollTop += changed.getBoundingClientRect().top - scroller.getBoundingClientRect().top
}

/** Every table of the rules, folded but for those that are changed. Given a new key, it is folded anew. */
export function RuleTables(props: RuleTablesProps) {
  const { provisions, base } = props
  const words = useWords()
  const { t } = words
  const tables = ruleTables(provisions, words)
  const isUnchanged = tables.every((table) => changedCells(table, provisions, base).length === 0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => showFirstChange(box.current), [])
  return (
    <div ref={box}>
      <h2>{t('reform.tables.title')}</h2>
      {sections.map((section) => (
        <section key={section} className={styles.section} aria-label={t(`reform.section.${section}`)}>
          <h3>{t(`reform.section.${section}`)}</h3>
          {tables
            .filter((table) => table.section === section)
            .map((table) => (
              <FoldedTable
                key={table.name}
                table={table}
                isOpenAtFirst={isUnchanged && table.name === FIRST_OPEN}
                {...props}
              />
            ))}
        </section>
      ))}
    </div>
  )
}

interface FoldedTableProps extends RuleTablesProps {
  table: RuleTableModel
  isOpenAtFirst: boolean
}

function FoldedTable({ table, isOpenAtFirst, ...props }: FoldedTableProps) {
  const { t } = useWords()
  const changes = changedCells(table, props.provisions, props.base).length
  const [isOpen, setOpen] = useState(isOpenAtFirst || changes > 0)
  return (
    <details
      className={styles.details}
      data-changed={changes > 0}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t(`reform.table.${table.name}.title`)}
        {changes > 0 && <span className={styles.count}>{t('reform.tables.changed', { count: changes })}</span>}
      </summary>
      <RuleTable table={table} {...props} />
    </details>
  )
}
