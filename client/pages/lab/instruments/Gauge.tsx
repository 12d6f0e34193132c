import { publishedDraws } from '../../../../shared/draws/history.ts'
import { type BudgetGauge, budgetGauges } from '../../../../shared/instruments/gauge.ts'
import type { EnsembleRequest } from '../../../../shared/schema/ensemble.ts'
import type { Scenario } from '../../../../shared/schema/scenario.ts'
import { Bars } from '../../../charts/Bars.tsx'
import { Figure } from '../../../charts/Figure.tsx'
import { streamColour } from '../../../charts/markers.ts'
import { StreamMark } from '../../../charts/StreamMark.tsx'
import { useBackend } from '../../../hooks/useBackend.ts'
import { useEnsemble } from '../../../hooks/useEnsemble.ts'
import { useWords } from '../../../hooks/useWords.ts'
import styles from '../compare/CompareView.module.css'
import { useWorkSession } from '../useWorkSession.ts'
import { WorkProgress } from '../WorkProgress.tsx'
import { WorkStart } from '../WorkStart.tsx'

const names = { id: 'gauge', asked: 'gauged', runs: 'repeats', defaultRuns: 20 } as const

/** How far a scenario uses its yearly budgets, from an ensemble of it. */
export function Gauge({ scenario }: { scenario: Scenario }) {
  const { t } = useWords()
  const backend = useBackend()
  const works = { create: backend.createEnsemble, find: backend.ensemble }
  const session = useWorkSession<EnsembleRequest, unknown>(works, names, (runs) => ({ scenario, runs }))
  const { id, isGone, isStale } = session
  if ((scenario.schedule.budgets ?? []).length === 0) return <p>{t('lab.instruments.noBudget')}</p>
  return (
    <>
      <WorkStart
        session={session}
        first={t('lab.instruments.start')}
        again={t('lab.instruments.again')}
        isBlocked={false}
      />
      {isGone && <p className={styles.marked}>{t('lab.instruments.gone')}</p>}
      {id !== null && !isGone && (
        <>
          {isStale && <p className={styles.marked}>{t('lab.instruments.stale')}</p>}
          <Gauges key={id} id={id} scenario={scenario} />
        </>
      )}
    </>
  )
}

function Gauges({ id, scenario }: { id: string; scenario: Scenario }) {
  const { t } = useWords()
  const { view, link, returns, send } = useEnsemble(id)
  const { result, progress } = view
  const counted = result && { runsDone: result.runs, runs: progress?.runs ?? result.runs }
  const source =
    result &&
    t('lab.instruments.done', {
      ...{ name: result.scenario, seed: result.seed, version: result.engineVersion },
      runs: t('lab.instruments.runs', { count: result.runs }),
    })
  return (
    <>
      <WorkProgress followed={{ view: { ...view, result: counted }, link, returns, send }} />
      {result &&
        budgetGauges(scenario, result.draws, publishedDraws).map((gauge) => (
          <GaugeFigure key={`${gauge.year} ${gauge.streams}`} gauge={gauge} source={source ?? ''} />
        ))}
    </>
  )
}

function GaugeFigure({ gauge, source }: { gauge: BudgetGauge; source: string }) {
  const { t, format } = useWords()
  const { year, itas, issuedBefore, issuedInRun, left, streams, byStream } = gauge
  const used = issuedBefore + issuedInRun
  const figures = { year: String(year), used: format.count(used), itas: format.count(itas) }
  const title =
    left < 0
      ? t('lab.instruments.gaugeOver', { ...figures, over: format.count(-left) })
      : t('lab.instruments.gaugeFinding', { ...figures, left: format.count(left) })
  const most = Math.max(itas, used)
  return (
    <Figure
      heading={t('lab.instruments.kind.gauge')}
      title={title}
      subtitle={t('lab.instruments.gaugeSubtitle', {
        streams: streams === 'all' ? t('lab.basis.all') : streams.map((one) => t(`stream.${one}`)).join(', '),
      })}
      source={source}
    >
      <Bars
        bars={[
          ...byStream.map(({ stream, issuedBefore: before, issuedInRun: inRun }) => ({
            key: stream,
            label: (
              <>
                <StreamMark stream={stream} /> {t(`stream.${stream}`)}
              </>
            ),
            share: (before + inRun) / most,
            value: t('lab.instruments.gaugeRow', {
              total: format.count(before + inRun),
              before: format.count(before),
            }),
            colour: streamColour(stream),
          })),
          {
            key: 'left',
            label: t('lab.instruments.gaugeLeft'),
            share: Math.max(0, left) / most,
            value: format.count(left),
            colour: 'var(--line)',
          },
        ]}
      />
    </Figure>
  )
}
