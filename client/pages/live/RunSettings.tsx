import { tryParseDay } from '../../../shared/lib/day.ts'
import type { ClientMessage } from '../../../shared/protocol/messages.ts'
import type { ScenarioSummary } from '../../../shared/schema/api.ts'
import { type RefreshRate, refreshRates } from '../../engine/liveStore.ts'
import { isOver, type RunView, rulesInForce } from '../../engine/runView.ts'
import type { RunSession } from '../../hooks/useRunSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import type { Words } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Select } from '../../ui/Select.tsx'
import { KeyList } from './KeyList.tsx'
import styles from './RunSettings.module.css'
import { SpeedControl } from './SpeedControl.tsx'

interface RunSettingsProps {
  view: RunView
  scenario: ScenarioSummary | undefined
  session: RunSession
  refresh: RefreshRate
  onRefresh(rate: RefreshRate): void
  send(message: ClientMessage): void
  onChange(): void
  onStartAgain(): void
  hasShortcuts: boolean
  onShortcuts(isOn: boolean): void
}

/** A ruleset is named by the day it came into force; one that somebody made up by its own name. */
function rulesText({ rulesetId, changedOn }: NonNullable<ReturnType<typeof rulesInForce>>, { t, format }: Words) {
  const ruleset = tryParseDay(rulesetId) === undefined ? rulesetId : format.shortDate(rulesetId)
  return changedOn === null ? ruleset : t('live.rulesChanged', { ruleset, date: format.shortDate(changedOn) })
}

/** How the run is shown and where it comes from: speed, refresh, scenario, seed, ruleset, start again, keys. */
export function RunSettings(props: RunSettingsProps) {
  const { view, scenario, session, refresh, onRefresh, send, onChange, onStartAgain } = props
  const words = useWords()
  const { t, language } = words
  const rates = Object.keys(refreshRates) as RefreshRate[]
  const title = session.info?.title ?? scenario?.title
  const seed = view.started?.seed ?? session.info?.seed
  const rules = rulesInForce(view)
  return (
    <section className={styles.settings} aria-label={t('live.run')}>
      <SpeedControl speed={view.speed} isOn={!isOver(view.status)} send={send} />
      <Select
        label={t('controls.refresh')}
        value={refresh}
        options={rates.map((rate) => ({ value: rate, text: t(`controls.refreshRate.${rate}`) }))}
        onChange={onRefresh}
      />
      <Facts
        facts={[
          [t('live.scenario'), title?.[language] ?? session.scenarioId],
          [t('live.seed'), seed ?? '…'],
          [t('live.ruleset'), rules ? rulesText(rules, words) : '…'],
        ]}
      />
      <div className={styles.buttons}>
        <Button onClick={onChange}>{t('picker.title')}</Button>
        <Button onClick={onStartAgain} title={t('controls.resetHint')}>
          <Icon name="reset" />
          {t('controls.reset')}
        </Button>
      </div>
      <KeyList isOn={props.hasShortcuts} onChange={props.onShortcuts} />
    </section>
  )
}
