import { useId } from 'react'
import styles from './Select.module.css'

interface SelectProps<Value extends string | number> {
  label: string
  value: Value
  options: readonly { value: Value; text: string }[]
  onChange(value: Value): void
}

/** A choice of a few, with its label in front. The browser's own control: known to everybody, at home on a phone. */
export function Select<Value extends string | number>({ label, value, options, onChange }: SelectProps<Value>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={options.findIndex((option) => option.value === value)}
        onChange={(event) => onChange(options[Number(event.target.value)].value)}
      >
        {options.map((option, index) => (
          <option key={option.value} value={index}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
