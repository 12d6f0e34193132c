import { streams } from '../../../../shared/schema/common.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { isList, type Path } from '../state/json.ts'
import { useEditor, useValue } from './editorContext.ts'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'

/** Streams one after the other; one may come several times. */
export function StreamsInTurnField({ path }: { path: Path }) {
  const { t } = useWords()
  const { value } = useValue(path)
  const { change, insert } = useEditor()
  const turns = isList(value) ? value : []
  return (
    <FieldFrame path={path} group>
      {() => (
        <>
          <ol className={styles.cells}>
            {turns.map((stream, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place in the list
              <li key={index} className={styles.turn}>
                <select
                  className={styles.input}
                  aria-label={t('lab.edit.turn', { number: index + 1 })}
                  value={String(stream)}
                  onChange={(event) => change([...path, index], event.target.value)}
                >
                  {!streams.some((one) => one === stream) && <option>{String(stream)}</option>}
                  {streams.map((one) => (
                    <option key={one} value={one}>
                      {t(`stream.${one}`)}
                    </option>
                  ))}
                </select>
                <Button
                  look="plain"
                  aria-label={t('lab.edit.dropTurn', { number: index + 1 })}
                  onClick={() => change([...path, index], undefined)}
                >
                  ×
                </Button>
              </li>
            ))}
          </ol>
          <Button onClick={() => insert(path, turns.length, turns.at(-1) ?? streams[0])}>
            {t('lab.edit.addTurn')}
          </Button>
        </>
      )}
    </FieldFrame>
  )
}
