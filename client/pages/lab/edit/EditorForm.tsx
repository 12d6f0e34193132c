import { useMemo } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { fieldsOfMember, listsOfMember, type SectionName, sectionNames, sections } from '../fields/sections.ts'
import { changesOf } from '../state/changes.ts'
import { type Path, valueAt } from '../state/json.ts'
import styles from './EditorForm.module.css'
import { useEditor } from './editorContext.ts'
import { Field } from './Field.tsx'
import { Rows } from './Rows.tsx'
import { ArchetypeTable, OutcomeTable, SizeFactorTable } from './Tables.tsx'

/** Every field of a scenario, section by section. */
export function EditorForm() {
  return (
    <div className={styles.form}>
      {sectionNames.map((name) => (
        <Section key={name} name={name} />
      ))}
    </div>
  )
}

function Section({ name }: { name: SectionName }) {
  const { t } = useWords()
  const { issues } = useEditor()
  const members: readonly string[] = sections[name]
  const mistakes = issues.filter(({ path }) => members.some((member) => new RegExp(`^\\$\\.${member}\\b`).test(path)))
  const changes = useChangeCount(members)
  return (
    <details className={styles.section}>
      <summary>
        <span>
          <h2>{t(`lab.section.${name}.title`)}</h2>
          <span className={styles.hint}>{t(`lab.section.${name}.hint`)} </span>
          {changes > 0 && <span className={styles.changes}>{t('lab.edit.changes', { count: changes })} </span>}
          {mistakes.length > 0 && (
            <span className={styles.mistakes}>{t('lab.edit.mistakes', { count: mistakes.length })}</span>
          )}
        </span>
      </summary>
      <div className={styles.fields}>
        {members.map((member) => (
          <Member key={member} member={member} />
        ))}
      </div>
    </details>
  )
}

/** How many things below some members differ from the baseline; a copy has an id of its own at any rate. */
function useChangeCount(members: readonly string[]): number {
  const { scenario, baseline } = useEditor()
  return useMemo(
    () =>
      members
        .filter((member) => member !== 'id')
        .reduce((count, member) => {
          const [from, to] = [baseline ?? scenario, scenario].map((one) => valueAt(one, [member]) ?? {})
          return count + [...changesOf(from, to)].length
        }, 0),
    [scenario, baseline, members],
  )
}

/** What happens to people has a group for each event, all else one for each member. */
const groupOf = ([member, event]: Path) => (member === 'lifeEvents' ? String(event) : String(member))

/** Fields that belong together stand beside one another. */
function Member({ member }: { member: string }) {
  const fields = fieldsOfMember(member)
  const keys = new Set(fields.map((path) => groupOf(path)))
  return (
    <>
      {[...keys].map((key) => (
        <div key={key} className={styles.group}>
          {fields
            .filter((path) => groupOf(path) === key)
            .map((path) => (
              <Field key={path.join('.')} path={path} />
            ))}
        </div>
      ))}
      {member === 'arrivals' && <ArchetypeTable />}
      {member === 'invitations' && <OutcomeTable />}
      {listsOfMember(member).map((path) => (
        <Rows key={path.join('.')} path={path} />
      ))}
      {member === 'schedule' && <SizeFactorTable />}
    </>
  )
}
