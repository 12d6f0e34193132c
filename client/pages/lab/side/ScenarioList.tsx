import { useWords } from '../../../hooks/useWords.ts'
import type { Words } from '../../../i18n/words.ts'
import { Button } from '../../../ui/Button.tsx'
import { provisionsOf } from '../differences/provisions.ts'
import type { JsonRecord } from '../state/json.ts'
import {
  activeScenario,
  freeId,
  MOST_ALTERNATIVES,
  scenariosOf,
  withAlternative,
  withoutAlternative,
} from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { placeName, scenarioTitle } from './scenarioTitle.ts'
import styles from './side.module.css'

const countChanges = (from: JsonRecord, to: JsonRecord, words: Words): number =>
  provisionsOf(from, to, words).filter(({ mark }) => mark !== 'name').length

/** Baseline and alternatives: which is edited, how much each differs, whether each can be run. */
export function ScenarioList({ lab }: { lab: Lab }) {
  const words = useWords()
  const { t } = words
  const { workspace, issues, library, step } = lab
  const { active, alternatives, baseline } = workspace
  const all = scenariosOf(workspace)
  const add = () => {
    const scenario = activeScenario(workspace)
    const taken = [...library.keys(), ...all.map((one) => one.id)]
    step(withAlternative(workspace, { ...scenario, id: freeId(String(scenario.id), taken) }))
  }
  return (
    <section className={styles.part} aria-labelledby="lab-scenarios">
      <h2 id="lab-scenarios">{t('lab.side.scenarios')}</h2>
      <fieldset className={styles.list} aria-labelledby="lab-scenarios">
        {all.map((scenario, place) => (
          <label key={placeName(place, words)} className={styles.scenario} data-active={place === active}>
            <input
              type="radio"
              name="lab-scenario"
              checked={place === active}
              onChange={() => step({ ...workspace, active: place }, 'active')}
            />
            <span className={styles.words}>
              <span className={styles.place}>{placeName(place, words)}</span>
              <span>{scenarioTitle(scenario, words)}</span>
              {place > 0 && (
                <span className={styles.note}>
                  {t('lab.side.changes', { count: countChanges(baseline, scenario, words) })}
                </span>
              )}
              {(issues[place] ?? []).length > 0 && (
                <span className={styles.mistakes}>{t('lab.edit.mistakes', { count: issues[place].length })}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button disabled={alternatives.length >= MOST_ALTERNATIVES} onClick={add}>
          {t('lab.side.add', { name: placeName(active, words) })}
        </Button>
        {active > 0 && (
          <Button onClick={() => step(withoutAlternative(workspace, active))}>
            {t('lab.side.remove', { name: placeName(active, words) })}
          </Button>
        )}
      </div>
      <div className={styles.buttons}>
        <Button disabled={!lab.canUndo} onClick={lab.undo}>
          {t('lab.side.undo')}
        </Button>
        <Button disabled={!lab.canRedo} onClick={lab.redo}>
          {t('lab.side.redo')}
        </Button>
      </div>
    </section>
  )
}
