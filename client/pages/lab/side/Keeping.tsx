import { useId, useState } from 'react'
import { fileName, saveFile } from '../../../downloads/saveFile.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileButton } from '../../../ui/FileButton.tsx'
import type { JsonRecord } from '../state/json.ts'
import { scenarioFile, scenarioInFile } from '../state/scenarioFile.ts'
import { activeScenario, freeId, scenariosOf, withScenario } from '../state/workspace.ts'
import type { Lab } from '../useLab.ts'
import { OpenChoice } from './OpenChoice.tsx'
import { placeName, scenarioTitle } from './scenarioTitle.ts'
import styles from './side.module.css'

/** Hands a scenario to the reader as a file named after it, right or wrong. */
function saveScenario(scenario: JsonRecord): string {
  const file = fileName([typeof scenario.id === 'string' ? scenario.id : 'scenario'], 'json')
  saveFile(file, scenarioFile(scenario), 'application/json')
  return file
}

/** Where the scenario being edited comes from and where it goes: a built-in one, a file, the address. */
export function Keeping({ lab }: { lab: Lab }) {
  const words = useWords()
  const { t } = words
  const id = useId()
  const [message, setMessage] = useState('')
  const { workspace, library, step } = lab
  const { active } = workspace
  const put = (scenario: JsonRecord) => step(withScenario(workspace, active, scenario))
  const start = (name: string) => {
    const scenario = library.get(name)
    if (!scenario) return
    const taken = [...library.keys(), ...scenariosOf(workspace).map((one) => one.id)]
    put(active === 0 ? scenario : { ...scenario, id: freeId(name, taken) })
    setMessage(t('lab.keep.started', { title: scenarioTitle(scenario, words) }))
  }
  const load = (file: string, text = '') => {
    const found = scenarioInFile(text)
    if (typeof found !== 'string') put(found)
    setMessage(
      typeof found === 'string'
        ? t('lab.keep.refused', { file, why: t(`lab.keep.${found}`) })
        : t('lab.keep.loaded', { file }),
    )
  }
  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('lab.keep.title', { name: placeName(active, words) })}</h2>
      <OpenChoice
        label={t('lab.keep.start')}
        options={[...library].map(([name, scenario]) => ({ value: name, text: scenarioTitle(scenario, words) }))}
        open={t('lab.keep.open', { name: placeName(active, words) })}
        onOpen={start}
      />
      <div className={styles.buttons}>
        <FileButton label={t('lab.keep.load')} onFile={load} />
        <Button onClick={() => setMessage(t('lab.keep.saved', { file: saveScenario(activeScenario(workspace)) }))}>
          {t('lab.keep.save')}
        </Button>
      </div>
      <p className={styles.note}>{t('lab.keep.address')}</p>
      <p role="status">{message}</p>
    </section>
  )
}
