import type { ReactNode } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { measureText } from '../fields/valueText.ts'
import { type Path, sameJson } from '../state/json.ts'
import { fieldId, useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { Mistakes } from './Mistakes.tsx'

/** What ties a control to the words around it. */
export interface ControlProps {
  id: string
  'aria-invalid': boolean
  'aria-describedby': string
}

interface FieldFrameProps {
  path: Path
  /** A group of controls has a legend, a single one a label. */
  group?: boolean
  children: (control: ControlProps) => ReactNode
}

/** Label, meaning, default and mistake around a control: one under the other. */
export function FieldFrame({ path, group = false, children }: FieldFrameProps) {
  const { t } = useWords()
  const name = fieldNameOf(path)
  const { text } = fieldTable[name]
  const { issues } = useValue(path)
  const id = fieldId(path)
  const control = { id, 'aria-invalid': issues.length > 0, 'aria-describedby': `${id}-notes` }
  const Frame = group ? 'fieldset' : 'div'
  return (
    <Frame
      className={styles.field}
      data-mistaken={issues.length > 0}
      {...(group && { id, tabIndex: -1, 'aria-describedby': control['aria-describedby'] })}
    >
      {group ? (
        <legend className={styles.label}>{t(`lab.field.${text}.label`)}</legend>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {t(`lab.field.${text}.label`)}
        </label>
      )}
      <div id={`${id}-notes`} className={styles.notes}>
        <p>{t(`lab.field.${text}.meaning`)}</p>
        <Mistakes issues={issues} path={path} />
      </div>
      {children(control)}
      <Standing path={path} />
    </Frame>
  )
}

/** What holds while nothing is given, what that leans on, and what the baseline has instead. */
function Standing({ path }: { path: Path }) {
  const words = useWords()
  const { t } = words
  const name = fieldNameOf(path)
  const { basis, standard } = fieldTable[name]
  const { value, standing } = useValue(path)
  const isInList = path.some((part) => typeof part === 'number')
  const differs = standing !== null && !isInList && !sameJson(value, standing)
  if (!basis && !differs) return null
  const what = basis ? t(`lab.basis.${basis}`) : ''
  return (
    <p className={styles.standing}>
      {basis &&
        (standard === undefined
          ? t('lab.edit.default', { what })
          : t('lab.edit.defaultValue', { value: measureText(name, standard, words), what }))}
      {differs && (
        <span className={styles.differs}>
          {standing === undefined
            ? t('lab.edit.baselineDefault')
            : t('lab.edit.baselineHas', { value: measureText(name, standing, words) })}
        </span>
      )}
    </p>
  )
}
