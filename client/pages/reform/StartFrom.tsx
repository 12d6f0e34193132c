import { rulesets } from '../../../shared/crs/ruleset.ts'
import { baseIds } from '../../../shared/reform/base.ts'
import { reformOfPreset, reformPresets, unchangedReform } from '../../../shared/reform/presets.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './ReformScreen.module.css'
import type { ReformLab } from './useReformLab.ts'

/** Where the reform begins: a ruleset, nothing, or an example; and ways back. */
export function StartFrom({ lab }: { lab: ReformLab }) {
  const { t, format, language } = useWords()
  const { reform, past, dispatch } = lab
  const load = (next: Reform) => dispatch({ type: 'load', reform: next })
  const baseText = (id: string): string => {
    const ruleset = rulesets.find((one) => one.id === id)
    return ruleset
      ? t('reform.start.bases.law', { date: format.shortDate(id), title: ruleset.title[language] })
      : t('reform.start.bases.empty')
  }
  return (
    <section className={styles.part} aria-label={t('reform.start.title')}>
      <h2>{t('reform.start.title')}</h2>
      <Select
        label={t('reform.start.base')}
        value={reform.base}
        options={baseIds.toReversed().map((id) => ({ value: id, text: baseText(id) }))}
        onChange={(base) => load(unchangedReform(base))}
      />
      <p className={styles.hint}>{t('reform.start.presets')}</p>
      <div className={styles.row}>
        {reformPresets.map((preset) => (
          <Button key={preset.id} onClick={() => load(reformOfPreset(preset, language))}>
            {preset.title[language]}
          </Button>
        ))}
      </div>
      <div className={styles.row}>
        <Button disabled={past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
          {t('reform.start.undo')}
        </Button>
        <Button disabled={reform.patches.length === 0} onClick={() => load({ ...reform, patches: [] })}>
          {t('reform.start.reset')}
        </Button>
      </div>
    </section>
  )
}
