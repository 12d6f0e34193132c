import { rulesets } from '../../../../shared/crs/ruleset.ts'
import { streams } from '../../../../shared/schema/common.ts'
import { weekdayNames } from '../../../../shared/schema/scenario.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf, isRequired } from '../fields/schemaNode.ts'
import { valueText } from '../fields/valueText.ts'
import { isList, type Json, type Path } from '../state/json.ts'
import { useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'

interface Option {
  value: string
  text: string
  stands: Json | undefined
}

interface SelectFieldProps {
  path: Path
  options: readonly Option[]
}

/** A choice of a few. A value that is none of them is shown as it is, so that nothing is lost by looking at it. */
function SelectField({ path, options }: SelectFieldProps) {
  const { value, write } = useValue(path)
  const found = options.find(({ stands }) => stands === value)
  return (
    <FieldFrame path={path}>
      {(control) => (
        <select
          {...control}
          className={styles.input}
          value={found?.value ?? 'other'}
          onChange={(event) => write(options.find((option) => option.value === event.target.value)?.stands)}
        >
          {!found && <option value="other">{JSON.stringify(value) ?? ''}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

/** On, off, or what holds by itself. */
export function SwitchField({ path }: { path: Path }) {
  const words = useWords()
  const { t } = words
  const name = fieldNameOf(path)
  const options: Option[] = [
    {
      value: 'default',
      text: t('lab.edit.byDefault', { value: valueText(name, fieldTable[name].standard, words) }),
      stands: undefined,
    },
    { value: 'yes', text: t('lab.value.yes'), stands: true },
    { value: 'no', text: t('lab.value.no'), stands: false },
  ]
  return <SelectField path={path} options={options} />
}

export function StreamField({ path }: { path: Path }) {
  const { t } = useWords()
  const options = streams.map((stream) => ({ value: stream, text: t(`streamLong.${stream}`), stands: stream }))
  return <SelectField path={path} options={options} />
}

export function RulesetField({ path }: { path: Path }) {
  const { language } = useWords()
  const options = rulesets.map(({ id, title }) => ({ value: id, text: `${id}: ${title[language]}`, stands: id }))
  return <SelectField path={path} options={options} />
}

interface SetFieldProps {
  path: Path
  names: readonly string[]
  textOf(name: string): string
}

/** Any of some names, in their own order; none of them is no list where one is not required. */
function SetField({ path, names, textOf }: SetFieldProps) {
  const words = useWords()
  const { t } = words
  const { value, write, issues } = useValue(path)
  const chosen = isList(value) ? value : []
  const toggle = (name: string, isOn: boolean) => {
    const next = names.filter((one) => (one === name ? isOn : chosen.includes(one)))
    write(next.length === 0 && !isRequired(path) ? undefined : next)
  }
  const summary =
    value === undefined ? t('lab.edit.nothingChosen') : chosen.map((one) => textOf(String(one))).join(', ')
  return (
    <FieldFrame path={path} group>
      {() => (
        <details className={styles.disclosure} open={issues.length > 0 || undefined}>
          <summary>{summary}</summary>
          <div className={styles.choices}>
            {names.map((name) => (
              <label key={name} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) => toggle(name, event.target.checked)}
                />
                {textOf(name)}
              </label>
            ))}
          </div>
        </details>
      )}
    </FieldFrame>
  )
}

export function StreamsField({ path }: { path: Path }) {
  const words = useWords()
  return <SetField path={path} names={streams} textOf={(name) => valueText('schedule.draws[].stream', name, words)} />
}

export function WeekdaysField({ path }: { path: Path }) {
  const words = useWords()
  return (
    <SetField
      path={path}
      names={weekdayNames}
      textOf={(name) => valueText('schedule.cadences[].weekdays', name, words)}
    />
  )
}
