import { lazy, Suspense } from 'react'
import { Route, Routes } from 'react-router'
import styles from './app.module.css'
import { useWords } from './hooks/useWords.ts'
import { LivePage } from './pages/live/LivePage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import { Button } from './ui/Button.tsx'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { Footer } from './ui/Footer.tsx'
import { Notice } from './ui/Notice.tsx'
import { NoticeBar } from './ui/NoticeBar.tsx'
import { TopBar } from './ui/TopBar.tsx'

const AboutPage = lazy(() => import('./pages/about/AboutPage.tsx').then((module) => ({ default: module.AboutPage })))
const ChancePage = lazy(() =>
  import('./pages/chance/ChancePage.tsx').then((module) => ({ default: module.ChancePage })),
)
const EnsemblePage = lazy(() =>
  import('./pages/ensemble/EnsemblePage.tsx').then((module) => ({ default: module.EnsemblePage })),
)
const FitPage = lazy(() => import('./pages/fit/FitPage.tsx').then((module) => ({ default: module.FitPage })))
const ForecastPage = lazy(() =>
  import('./pages/forecast/ForecastPage.tsx').then((module) => ({ default: module.ForecastPage })),
)
const LabPage = lazy(() => import('./pages/lab/LabPage.tsx').then((module) => ({ default: module.LabPage })))
const RecordPage = lazy(() =>
  import('./pages/record/RecordPage.tsx').then((module) => ({ default: module.RecordPage })),
)
const ReformPage = lazy(() =>
  import('./pages/reform/ReformPage.tsx').then((module) => ({ default: module.ReformPage })),
)

/** The frame around every page: top bar, what everybody should know, the page, the foot. */
export function App() {
  const { t } = useWords()
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('app.skip')}
      </a>
      <TopBar />
      <NoticeBar />
      <main id="content" className={styles.main} tabIndex={-1}>
        <ErrorBoundary fallback={<CrashNotice />}>
          <Suspense fallback={<p>{t('app.loading')}</p>}>
            <Routes>
              <Route path="/" element={<LivePage />} />
              <Route path="/forecast" element={<ForecastPage />} />
              <Route path="/chance" element={<ChancePage />} />
              <Route path="/ensemble" element={<EnsemblePage />} />
              <Route path="/lab" element={<LabPage />} />
              <Route path="/reform" element={<ReformPage />} />
              <Route path="/record" element={<RecordPage />} />
              <Route path="/fit" element={<FitPage />} />
              <Route path="/about" element={<AboutPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
    </>
  )
}

function CrashNotice() {
  const { t } = useWords()
  return (
    <Notice title={t('app.crashTitle')} tone="danger" level="h1">
      <p>{t('app.crashText')}</p>
      <Button look="main" onClick={() => window.location.reload()}>
        {t('app.reload')}
      </Button>
    </Notice>
  )
}
