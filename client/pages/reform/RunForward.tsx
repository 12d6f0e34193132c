import { useId, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import baselineFile from '../../../scenarios/baseline-2026.json'
import { HIGHEST_SCORE } from '../../../shared/crs/ruleMeaning.ts'
import { formatDay, parseDay, tryParseDay } from '../../../shared/lib/day.ts'
import { scenarioOfReform } from '../../../shared/reform/scenario.ts'
import type { ReformWarning } from '../../../shared/reform/warnings.ts'
import type { Scenario } from '../../../shared/schema/scenario.ts'
import { saveFile } from '../../downloads/saveFile.ts'
import { ApiError } from '../../engine/apiError.ts'
import { releaseEnsemble } from '../../hooks/releaseEnsemble.ts'
import { useBackend } from '../../hooks/useBackend.ts'
import { useIsStillHere } from '../../hooks/useIsStillHere.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { hashOf } from '../lab/state/address.ts'
import type { JsonRecord } from '../lab/state/json.ts'
import styles from './ReformScreen.module.css'
import { reformFileName } from './reformFile.ts'
import type { ReformLab } from './useReformLab.ts'

/** The scenario a reform is put into; a test reads it with the reader of scenarios. */
const baseline = baselineFile as Scenario
const lastDay = formatDay(parseDay(baseline.asOf) + baseline.horizonDays)
const RUNS = 100

/** The address of the page Scenarios with the baseline and a scenario beside it; undefined when it would be too long. */
const hashBeside = (scenario: Scenario): string | undefined => {
  const [from, to] = [baseline, scenario] as unknown as JsonRecord[]
  return hashOf({ baseline: from, alternatives: [to], active: 1 }, new Map([[baseline.id, from]]))
}

interface RunForwardProps {
  lab: ReformLab
  warnings: readonly ReformWarning[]
}

/** The reform as a scenario: to run, to download, beside the same without it. */
export function RunForward({ lab, warnings }: RunForwardProps) {
  const { t, format, language } = useWords()
  const id = useId()
  const backend = useBackend()
  const navigate = useNavigate()
  const isStillHere = useIsStillHere()
  const { search } = useLocation()
  const [from, setFrom] = useState(baseline.asOf)
  const [isStarting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState('')
  const isDay = tryParseDay(from) !== undefined && from >= baseline.asOf && from <= lastDay
  const has = (code: ReformWarning['code']) => warnings.some((one) => one.code === code)
  const obstacle = has('unknown-empty')
    ? t('reform.forward.unknown')
    : has('above-scale')
      ? t('reform.forward.aboveScale', { limit: HIGHEST_SCORE })
      : ''
  const isPossible = isDay && obstacle === ''
  const days = { from: baseline.asOf, to: lastDay }
  const scenario = () => scenarioOfReform(lab.reform, baseline, from)
  const beside = isPossible ? hashBeside(scenario()) : undefined
  const searchWith = (change: Record<string, string>) => {
    const kept = new URLSearchParams(search).get('lang')
    return `?${new URLSearchParams({ ...(kept ? { lang: kept } : {}), ...change })}`
  }

  const run = async () => {
    setStarting(true)
    setRefusal('')
    try {
      const { id: ensemble } = await backend.createEnsemble({ scenario: scenario(), runs: RUNS })
      if (isStillHere()) navigate({ pathname: '/ensemble', search: searchWith({ ensemble }) })
      else void releaseEnsemble(backend, ensemble)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setRefusal(t('reform.forward.refused', { why: error.message }))
    } finally {
      setStarting(false)
    }
  }
  return (
    <section className={styles.part} aria-label={t('reform.forward.title')}>
      <h2>{t('reform.forward.title')}</h2>
      <p>{t('reform.forward.text', { scenario: baseline.title[language] })}</p>
      <div className={styles.field}>
        <label htmlFor={id}>{t('reform.forward.from')}</label>
        <p id={`${id}-hint`} className={styles.hint}>
          {t('reform.forward.fromHint', days)}
        </p>
        <input
          id={id}
          className={styles.day}
          autoComplete="off"
          aria-invalid={!isDay}
          aria-describedby={isDay ? `${id}-hint` : `${id}-hint ${id}-mistake`}
          value={from}
          onChange={(event) => setFrom(event.target.value.trim())}
        />
        {!isDay && (
          <p id={`${id}-mistake`} className={styles.mistake}>
            {t('reform.forward.wrong', { from: format.date(days.from), to: format.date(days.to) })}
          </p>
        )}
      </div>
      {obstacle && <p>{obstacle}</p>}
      <div className={styles.row}>
        <Button look="main" disabled={!isPossible || isStarting} onClick={run}>
          {isStarting ? t('reform.forward.starting') : t('reform.forward.run', { count: RUNS })}
        </Button>
        <Button
          disabled={!isPossible}
          onClick={() =>
            saveFile(
              reformFileName(lab.reform, 'scenario'),
              `${JSON.stringify(scenario(), null, 2)}\n`,
              'application/json',
            )
          }
        >
          {t('reform.forward.download')}
        </Button>
      </div>
      {beside && (
        <p>
          <Link to={{ pathname: '/lab', search: searchWith({ view: 'compare' }), hash: beside }}>
            {t('reform.forward.compare')}
          </Link>
        </p>
      )}
      {isPossible && !beside && <p>{t('reform.forward.tooLong', { download: t('reform.forward.download') })}</p>}
      <p>
        <Link to={{ pathname: '/ensemble', search: searchWith({ scenario: baseline.id, runs: String(RUNS) }) }}>
          {t('reform.forward.baseline', { count: RUNS })}
        </Link>
      </p>
      <p role="alert">{refusal}</p>
    </section>
  )
}
