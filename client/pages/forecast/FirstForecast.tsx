import { futuresText } from '../../charts/ensembleFindings.ts'
import type { ForecastSession } from '../../hooks/useForecastSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** The page before anything was computed: what will happen, and the button for it. */
export function FirstForecast({ session }: { session: ForecastSession }) {
  const words = useWords()
  const { t } = words
  const { isStarting, runs, start } = session
  return (
    <Notice title={t('forecast.firstTitle')}>
      <p>{t('forecast.firstText')}</p>
      <Button look="main" disabled={isStarting} onClick={start}>
        {isStarting ? t('ensemble.starting') : t('forecast.start', { futures: futuresText(runs, words) })}
      </Button>
    </Notice>
  )
}
