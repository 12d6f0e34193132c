import { lazy, Suspense, useMemo } from 'react'
import { pathOf } from '../../../shared/schema/validate.ts'
import { useBackend } from '../../hooks/useBackend.ts'
import { DEFAULT_SCENARIO_ID } from '../../hooks/useRunSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Differences } from './differences/Differences.tsx'
import { EditorForm } from './edit/EditorForm.tsx'
import { EditorContext, type EditorState } from './edit/editorContext.ts'
import { MistakeSummary } from './edit/MistakeSummary.tsx'
import styles from './LabScreen.module.css'
import { Keeping } from './side/Keeping.tsx'
import { RunIt } from './side/RunIt.tsx'
import { SavedOnServer } from './side/SavedOnServer.tsx'
import { ScenarioList } from './side/ScenarioList.tsx'
import type { Library } from './state/address.ts'
import { inserted, isRecord, type Json, type JsonRecord, replaced } from './state/json.ts'
import { activeScenario, withScenario } from './state/workspace.ts'
import { type Lab, useLab } from './useLab.ts'
import { useView } from './useView.ts'
import { ViewLinks } from './ViewLinks.tsx'

const CompareView = lazy(() => import('./compare/CompareView.tsx').then((module) => ({ default: module.CompareView })))

const InstrumentsView = lazy(() =>
  import('./instruments/InstrumentsView.tsx').then((module) => ({ default: module.InstrumentsView })),
)

/** Members a scenario cannot do without stay, even with nothing in them. */
const KEPT = ['title', 'question', 'schedule'] as const

/** The fields of the scenario being edited, as steps of the workspace. */
function useEditorState(lab: Lab): EditorState {
  const { workspace, issues, step, settle } = lab
  return useMemo(() => {
    const scenario = activeScenario(workspace)
    const edit = (changed: (scenario: JsonRecord) => Json, name?: string) =>
      step((now) => {
        const next = changed(activeScenario(now))
        return isRecord(next) ? withScenario(now, now.active, next) : now
      }, name)
    return {
      scenario,
      baseline: workspace.active === 0 ? null : workspace.baseline,
      issues: issues[workspace.active] ?? [],
      change(path, next) {
        edit((present) => replaced(present, path, next, KEPT), pathOf(path))
      },
      insert(path, index, member) {
        edit((present) => inserted(present, path, index, member))
      },
      settle,
    }
  }, [workspace, issues, step, settle])
}

/** Scenarios and what can be done with them at the side; the one being edited, or how they differ, beside them. */
export function LabScreen({ library }: { library: Library }) {
  const { t } = useWords()
  const { saved } = useBackend()
  const lab = useLab(library, DEFAULT_SCENARIO_ID)
  const editor = useEditorState(lab)
  const [view] = useView()
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1>{t('lab.question')}</h1>
        <p>{t('lab.lead')}</p>
        {lab.addressProblem && (
          <Notice title={t('lab.address.brokenTitle')} tone="danger">
            <p>{t(`lab.address.${lab.addressProblem}`)}</p>
          </Notice>
        )}
        {lab.isTooLong && (
          <Notice title={t('lab.address.tooLongTitle')}>
            <p>{t('lab.address.tooLong')}</p>
          </Notice>
        )}
      </div>
      <div className={styles.side}>
        <ScenarioList lab={lab} />
        <RunIt lab={lab} />
        <Keeping lab={lab} />
        {saved && <SavedOnServer lab={lab} saved={saved} />}
      </div>
      <div className={styles.body}>
        <ViewLinks />
        {view === 'edit' && (
          <EditorContext value={editor}>
            <MistakeSummary />
            <EditorForm key={lab.workspace.active} />
          </EditorContext>
        )}
        {view === 'differences' && <Differences workspace={lab.workspace} />}
        {view === 'compare' && (
          <Suspense fallback={<p>{t('app.loading')}</p>}>
            <CompareView lab={lab} />
          </Suspense>
        )}
        {view === 'instruments' && (
          <Suspense fallback={<p>{t('app.loading')}</p>}>
            <InstrumentsView lab={lab} />
          </Suspense>
        )}
      </div>
    </div>
  )
}
