import { populationAssumptions } from '../../../../shared/pool/assumptions.ts'
import { streams } from '../../../../shared/schema/common.ts'
import { DataTable } from '../../../charts/DataTable.tsx'
import { useWords } from '../../../hooks/useWords.ts'
import type { en } from '../../../i18n/lab/en.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { valueText } from '../fields/valueText.ts'
import { isRecord, type Json, type Path, sameJson, valueAt } from '../state/json.ts'
import { fieldId, useEditor, useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FigureCell } from './FigureCell.tsx'
import { Mistakes } from './Mistakes.tsx'

interface FactorTableProps {
  path: Path
  /** What each factor is of. */
  members: readonly { key: string; text: string }[]
  /** What the members are, at the head of their column. */
  head: string
}

/** So many times what is assumed or planned, member by member; an empty cell is 1. */
function FactorTable({ path, members, head }: FactorTableProps) {
  const words = useWords()
  const { t } = words
  const { issues } = useValue(path)
  const name = fieldNameOf([...path, members[0].key])
  const { text, basis, standard } = fieldTable[name]
  const label = t(`lab.field.${text}.label`)
  return (
    <fieldset id={fieldId(path)} tabIndex={-1} className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <p className={styles.notes}>{t(`lab.field.${text}.meaning`)}</p>
      <p className={styles.standing}>
        {t('lab.edit.defaultValue', {
          value: valueText(name, standard, words),
          what: basis ? t(`lab.basis.${basis}`) : '',
        })}
      </p>
      <Mistakes issues={issues} path={path} />
      <DataTable
        caption={label}
        columns={[
          { key: 'member', label: head },
          { key: 'times', label: t('lab.unit.times') },
        ]}
        rows={members.map((member) => ({
          key: member.key,
          cells: [member.text, <FigureCell key={member.key} path={[...path, member.key]} name={member.text} />],
        }))}
      />
    </fieldset>
  )
}

/** How many of each kind of people arrive. */
export function ArchetypeTable() {
  const { t } = useWords()
  const kinds = populationAssumptions.archetypes.map(({ name }) => name as keyof typeof en.archetype)
  const members = kinds.map((kind) => ({ key: kind, text: t(`lab.archetype.${kind}`) }))
  return <FactorTable path={['arrivals', 'archetypes']} members={members} head={t('lab.edit.kind')} />
}

/** How large the draws of each stream are. */
export function SizeFactorTable() {
  const { t } = useWords()
  const members = streams.map((stream) => ({ key: stream, text: t(`stream.${stream}`) }))
  return <FactorTable path={['schedule', 'sizeFactors']} members={members} head={t('column.stream')} />
}

const OUTCOMES: Path = ['invitations', 'outcomes']

/** What becomes of invitations by stream; an empty row has its default. */
export function OutcomeTable() {
  const { t, format } = useWords()
  const { scenario, change, settle } = useEditor()
  const { issues } = useValue(OUTCOMES)
  const assumed = populationAssumptions.invitations.outcomes
  const label = t('lab.edit.outcomes')
  return (
    <fieldset id={fieldId(OUTCOMES)} tabIndex={-1} className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      <p className={styles.notes}>{t('lab.edit.outcomesMeaning')}</p>
      <p className={styles.standing}>{t('lab.edit.default', { what: t('lab.basis.outcomes') })}</p>
      <Mistakes issues={issues} path={OUTCOMES} />
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
          const whole = { ...standard, ...(isRecord(given) ? given : {}) }
          const write = (field: 'applies' | 'declines', value: Json | undefined) => {
            const { [field]: _old, ...other } = whole
            change(path, value === undefined ? other : { ...other, [field]: value })
          }
          // Not before all is typed: on the way to 0.95 stands 0.9, which may be what is assumed.
          const finish = () => {
            const next = sameJson(whole, standard) ? undefined : whole
            if (!sameJson(next, given)) change(path, next)
            settle()
          }
          const cell = (field: 'applies' | 'declines') => (
            <FigureCell
              key={field}
              path={[...path, field]}
              together={path}
              name={`${t(`stream.${stream}`)}, ${t(`lab.field.${field}.label`)}`}
              onValue={(value) => write(field, value)}
              onFinish={finish}
            />
          )
          return {
            key: stream,
            cells: [
              <OutcomeName key={stream} path={path} text={t(`stream.${stream}`)} />,
              cell('applies'),
              cell('declines'),
              `${format.decimal(standard.applies)} · ${format.decimal(standard.declines)}`,
            ],
          }
        })}
      />
    </fieldset>
  )
}

/** The stream of a row, and what is wrong with both its shares together. */
function OutcomeName({ path, text }: { path: Path; text: string }) {
  const { issues } = useValue(path)
  return (
    <span id={fieldId(path)} tabIndex={-1}>
      {text}
      <Mistakes issues={issues} path={path} />
    </span>
  )
}
