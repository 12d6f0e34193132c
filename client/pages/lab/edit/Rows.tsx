import { useState } from 'react'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { fieldsOfRow, rowTable } from '../fields/rowTable.ts'
import { rowText } from '../fields/rowText.ts'
import { fieldNameOf } from '../fields/schemaNode.ts'
import { isList, type Json, type Path } from '../state/json.ts'
import { fieldId, useEditor, useMistakesBelow, useValue } from './editorContext.ts'
import { Field } from './Field.tsx'
import { Mistakes } from './Mistakes.tsx'
import styles from './Rows.module.css'

const movedUp = (rows: readonly Json[], index: number): Json[] =>
  rows.toSpliced(index - 1, 2, rows[index], rows[index - 1])

/** A list of rows that can be added, changed, copied, moved and removed. */
export function Rows({ path }: { path: Path }) {
  const { t } = useWords()
  const { scenario, change, insert } = useEditor()
  const { value, issues } = useValue(path)
  const [added, setAdded] = useState<number>()
  const { text, start } = rowTable[fieldNameOf(path)]
  const rows = isList(value) ? value : []
  const put = (index: number, row: Json) => {
    insert(path, index, row)
    setAdded(index)
  }
  return (
    <section className={styles.list} id={fieldId(path)} tabIndex={-1} aria-label={t(`lab.row.${text}.title`)}>
      <p className={styles.title}>{t(`lab.row.${text}.title`)}</p>
      <p className={styles.meaning}>{t(`lab.row.${text}.meaning`)}</p>
      <Mistakes issues={issues} path={path} />
      {rows.length > 0 && (
        <ol className={styles.rows}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
            <li key={index}>
              <Row
                path={[...path, index]}
                isNew={added === index}
                onCopy={() => put(index + 1, row)}
                onRemove={() => change([...path, index], undefined)}
                onUp={index > 0 ? () => change(path, movedUp(rows, index)) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
      <Button onClick={() => put(rows.length, start(scenario, rows.at(-1)))}>{t(`lab.row.${text}.add`)}</Button>
    </section>
  )
}

interface RowProps {
  path: Path
  /** Just put in: its fields are shown. */
  isNew: boolean
  onCopy(): void
  onRemove(): void
  /** Undefined for the first row. */
  onUp?: () => void
}

/** One row: a sentence, and its fields when it is opened. */
function Row({ path, isNew, onCopy, onRemove, onUp }: RowProps) {
  const words = useWords()
  const { t } = words
  const { value, issues } = useValue(path)
  const mistakes = useMistakesBelow(path)
  const list = fieldNameOf(path.slice(0, -1))
  const { nested } = rowTable[list]
  const number = Number(path.at(-1)) + 1
  return (
    <details id={fieldId(path)} className={styles.row} data-mistaken={mistakes > 0} open={isNew || undefined}>
      <summary>
        {number}. {rowText(list, value, words)}
        {mistakes > 0 && <span className={styles.count}> {t('lab.edit.mistakes', { count: mistakes })}</span>}
      </summary>
      <div className={styles.inside}>
        <Mistakes issues={issues} path={path} />
        <div className={styles.fields}>
          {fieldsOfRow(list).map((field) => (
            <Field key={field.join('.')} path={[...path, ...field]} />
          ))}
        </div>
        {nested && <Rows path={[...path, nested]} />}
        <div className={styles.buttons}>
          <Button onClick={onCopy}>{t('lab.edit.copyRow', { number })}</Button>
          {onUp && <Button onClick={onUp}>{t('lab.edit.moveUp', { number })}</Button>}
          <Button onClick={onRemove}>{t('lab.edit.removeRow', { number })}</Button>
        </div>
      </div>
    </details>
  )
}
