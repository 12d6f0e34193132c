import { populationAssumptions } from '../../../../shared/pool/assumptions.ts'
import { streams } from '../../../../shared/schema/common.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { en } from '../../../i18n/lab/en.ts'
import { isRecord, type Json, type Path, valueAt } from '../state/json.ts'
import { fieldId, useEditor, useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FigureCell } from './FigureCell.tsx'
import { Mistakes } from './Mistakes.tsx'

const kinds = populationAssumptions.archetypes.map(({ name }) => name as keyof typeof en.archetype)
const ARCHETYPES: Path = ['arrivals', 'archetypes']

/** How many of each kind of people arrive; an empty cell is 1. */
export function ArchetypeTable() {
  const { t } = useWords()
  const { issues } = useValue(ARCHETYPES)
  return (
    <section
      id={fieldId(ARCHETYPES)}
      tabIndex={-1}
      className={styles.field}
      aria-label={t('lab.field.archetype.label')}
    >
      <p className={styles.label}>{t('lab.field.archetype.label')}</p>
      <p className={styles.notes}>{t('lab.field.archetype.meaning')}</p>
      <p className={styles.standing}>{t('lab.edit.defaultValue', { value: 1, what: t('lab.basis.kinds') })}</p>
      <Mistakes issues={issues} path={ARCHETYPES} />
      <DataTable
        caption={t('lab.field.archetype.label')}
        columns={[
          { key: 'kind', label: t('lab.edit.kind') },
          { key: 'times', label: t('lab.unit.times') },
        ]}
        rows={kinds.map((kind) => ({
          key: kind,
          cells: [
            t(`lab.archetype.${kind}`),
            <FigureCell key={kind} path={[...ARCHETYPES, kind]} name={t(`lab.archetype.${kind}`)} />,
          ],
        }))}
      />
    </section>
  )
}

const OUTCOMES: Path = ['invitations', 'outcomes']

/** What becomes of invitations by stream; an empty row has its default. */
export function OutcomeTable() {
  const { t, format } = useWords()
  const { scenario, change } = useEditor()
  const assumed = populationAssumptions.invitations.outcomes
  const label = t('lab.edit.outcomes')
  return (
    <section id={fieldId(OUTCOMES)} tabIndex={-1} className={styles.field} aria-label={label}>
      <p className={styles.label}>{label}</p>
      <p className={styles.notes}>{t('lab.edit.outcomesMeaning')}</p>
      <p className={styles.standing}>{t('lab.edit.default', { what: t('lab.basis.outcomes') })}</p>
      <DataTable
        caption={label}
        columns={[
          { key: 'stream', label: t('column.stream') },
          { key: 'applies', label: t('lab.field.applies.label') },
          { key: 'declines', label: t('lab.field.declines.label') },
          { key: 'default', label: t('lab.edit.defaults'), numeric: true },
        ]}
        rows={streams.map((stream) => {
          const path = [...OUTCOMES, stream]
          const standard = assumed[stream]
          const given = valueAt(scenario, path)
          /** One share without the other is no outcome: the other is what is assumed, until it is changed. */
          const write = (field: 'applies' | 'declines', value: Json | undefined) => {
            const next = { ...standard, ...(isRecord(given) ? given : {}), [field]: value ?? standard[field] }
            const isStandard = next.applies === standard.applies && next.declines === standard.declines
            change(path, isStandard ? undefined : next)
          }
          const cell = (field: 'applies' | 'declines') => (
            <FigureCell
              key={field}
              path={[...path, field]}
              name={`${t(`stream.${stream}`)}, ${t(`lab.field.${field}.label`)}`}
              onValue={(value) => write(field, value)}
            />
          )
          return {
            key: stream,
            cells: [
              <span key={stream} id={fieldId(path)} tabIndex={-1}>
                {t(`stream.${stream}`)}
                <Mistakes issues={[]} path={path} />
              </span>,
              cell('applies'),
              cell('declines'),
              `${format.decimal(standard.applies)} · ${format.decimal(standard.declines)}`,
            ],
          }
        })}
      />
    </section>
  )
}
