import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { numberTyping } from '../fields/typed.ts'
import { useTyped } from '../fields/useTyped.ts'
import { isList, type Json, type Path } from '../state/json.ts'
import { useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'

interface WeightsFieldProps {
  path: Path
  /** What each weight is of, in order. */
  names: readonly string[]
}

/** A row of figures, the default ones until somebody changes one of them. */
export function WeightsField({ path, names }: WeightsFieldProps) {
  const { t } = useWords()
  const { value, write, settle } = useValue(path)
  const { standard } = fieldTable[fieldNameOf(path)]
  const given = isList(value) ? value : undefined
  const weights = given ?? (isList(standard) ? standard : [])
  return (
    <FieldFrame path={path} group>
      {() => (
        <>
          <div className={styles.cells}>
            {names.map((name, index) => (
              <WeightCell
                key={name}
                path={[...path, index]}
                name={name}
                value={weights[index]}
                onBlur={settle}
                onValue={(next) => write(names.map((_name, place) => (place === index ? next : weights[place]) ?? ''))}
              />
            ))}
          </div>
          {value !== undefined && (
            <Button look="plain" onClick={() => write(undefined)}>
              {t('lab.edit.backToDefault')}
            </Button>
          )}
        </>
      )}
    </FieldFrame>
  )
}

interface WeightCellProps {
  path: Path
  name: string
  value: Json | undefined
  onValue(value: Json | undefined): void
  onBlur(): void
}

function WeightCell({ path, name, value, onValue, onBlur }: WeightCellProps) {
  const { language } = useWords()
  const { issues } = useValue(path)
  const { text, type } = useTyped(value, numberTyping(language), onValue)
  return (
    <label className={styles.cell}>
      {name}
      <input
        className={`${styles.input} ${styles.tiny}`}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={issues.length > 0}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={onBlur}
      />
    </label>
  )
}
