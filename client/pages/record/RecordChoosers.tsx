import type { RecordChoice } from '../../hooks/useRecordChoice.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './RecordChoosers.module.css'
import { aheadText } from './recordWords.ts'

/** A native select has no empty value: 0 days stands for "one draw ahead". */
const ONE_DRAW = 0

/** Which stream, and how far ahead it was predicted. */
export function RecordChoosers({ choice }: { choice: RecordChoice }) {
  const words = useWords()
  const { t } = words
  const { stream, streams, ahead, aheads, chooseStream, chooseAhead } = choice
  return (
    <fieldset className={styles.choosers}>
      <legend className="unseen">{t('record.choose')}</legend>
      <Select
        label={t('record.stream')}
        value={stream}
        options={streams.map((value) => ({ value, text: t(`streamLong.${value}`) }))}
        onChange={chooseStream}
      />
      <Select
        label={t('record.aheadLabel')}
        value={ahead ?? ONE_DRAW}
        options={aheads.map((value) => ({ value: value ?? ONE_DRAW, text: aheadText(value, words) }))}
        onChange={(value) => chooseAhead(value === ONE_DRAW ? null : value)}
      />
    </fieldset>
  )
}
