import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import type { AnswerId } from '../answers/answerIds.ts'
import { codeIn } from '../answers/jobAnswers.ts'
import { FieldNotes } from './fieldParts.tsx'
import styles from './fields.module.css'
import listStyles from './OccupationField.module.css'
import { OccupationMeaning } from './OccupationMeaning.tsx'
import { searchOccupations } from './searchOccupations.ts'
import { useField } from './useField.ts'

interface OccupationFieldProps {
  id: AnswerId
  label: string
  hint: string
}

/** An occupation by its code or a word of its title: a field with a list of what fits (the combobox of the ARIA guide). */
export function OccupationField({ id, label, hint }: OccupationFieldProps) {
  const { t, language } = useWords()
  const { own, value, mistake, describedBy, write } = useField(id, true)
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const code = codeIn(value)
  const found = isOpen ? searchOccupations(value, language) : []
  const optionId = (index: number) => `${listId}-${index}`

  useEffect(() => {
    if (active >= 0) document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, listId])
  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const take = (index: number) => {
    write(found[index].code)
    close()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (found.length > 0) setActive((active + step + found.length) % found.length)
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      take(active)
    } else if (event.key === 'Escape') close()
  }
  return (
    <div className={styles.field} data-mistaken={mistake !== undefined}>
      <label htmlFor={own}>{label}</label>
      <FieldNotes own={own} hint={hint} mistake={mistake} />
      <div className={listStyles.combobox}>
        <input
          id={own}
          className={`${styles.input} ${styles.wide}`}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? optionId(active) : undefined}
          aria-invalid={mistake !== undefined}
          aria-describedby={`${describedBy} ${own}-meaning`}
          autoComplete="off"
          value={value}
          onChange={(event) => {
            write(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={press}
          onBlur={close}
        />
        <div
          id={listId}
          role="listbox"
          tabIndex={-1}
          aria-label={t('chance.job.found')}
          className={listStyles.list}
          hidden={found.length === 0}
        >
          {found.map((group, index) => (
            <div
              key={group.code}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={listStyles.option}
              // Not on click: the field would lose the focus first and close the list.
              onMouseDown={(event) => {
                event.preventDefault()
                take(index)
              }}
            >
              {group.code} {group.title[language]}
            </div>
          ))}
        </div>
      </div>
      <p className="unseen" role="status">
        {isOpen && code === undefined && value !== '' ? t('chance.job.foundCount', { count: found.length }) : ''}
      </p>
      <div id={`${own}-meaning`}>{code !== undefined && <OccupationMeaning code={code} />}</div>
    </div>
  )
}
