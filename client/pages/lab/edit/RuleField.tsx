import { useWords } from '../../../hooks/useWords.ts'
import { rulePlaces, ruleValueAt } from '../fields/rulePlaces.ts'
import { lineTyping } from '../fields/typed.ts'
import { type Path, valueAt } from '../state/json.ts'
import { useEditor } from './editorContext.ts'
import { TypedField } from './TypedField.tsx'

const typing = lineTyping(true)

/** The place of a rule, offered from the rule tree, and what stands there before the change. */
export function RuleField({ path }: { path: Path }) {
  const { t } = useWords()
  const { scenario } = useEditor()
  const rulesetId = valueAt(scenario, [...path.slice(0, -3), 'rulesetId'])
  const place = valueAt(scenario, path)
  const now = ruleValueAt(rulesetId, place)
  return (
    <TypedField
      path={path}
      typing={typing}
      size="wide"
      choices={rulePlaces(rulesetId)}
      after={
        now !== undefined && (
          <span>{now === null ? t('lab.edit.noRuleNow') : t('lab.edit.ruleNow', { value: JSON.stringify(now) })}</span>
        )
      }
    />
  )
}
