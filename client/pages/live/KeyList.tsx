import { useWords } from '../../hooks/useWords.ts'
import styles from './KeyList.module.css'

interface KeyListProps {
  isOn: boolean
  onChange(isOn: boolean): void
}

/** The keyboard shortcuts, and the switch that turns them off for those whom single keys get in the way of (WCAG 2.1.4). */
export function KeyList({ isOn, onChange }: KeyListProps) {
  const { t } = useWords()
  const keys = [
    [t('controls.keyNames.space'), t('controls.keyPlay')],
    [t('controls.keyNames.right'), t('controls.keyStep')],
    [t('controls.keyNames.shiftRight'), t('controls.keyStepToDraw')],
    [t('controls.keyNames.reset'), t('controls.keyReset')],
  ]
  return (
    <div className={styles.keys}>
      <label className={styles.switch}>
        <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
        {t('controls.keysOn')}
      </label>
      <dl className={styles.list} data-on={isOn}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
