import { weekdayNames } from '../../../../shared/schema/scenario.ts'
import { useWords } from '../../../hooks/useWords.ts'
import { monthNames } from '../fields/calendarNames.ts'
import { fieldTable } from '../fields/fieldTable.ts'
import { fieldNameOf, isRequired } from '../fields/schemaNode.ts'
import { linesTyping, lineTyping, numbersTyping, numberTyping, ruleValueTyping } from '../fields/typed.ts'
import type { Path } from '../state/json.ts'
import { RulesetField, StreamField, StreamsField, SwitchField, WeekdaysField } from './ChoiceFields.tsx'
import { RuleField } from './RuleField.tsx'
import { StreamsInTurnField } from './StreamsInTurnField.tsx'
import { TypedField } from './TypedField.tsx'
import { WeightsField } from './WeightsField.tsx'

/** One field of a scenario, with the control that its table names. */
export function Field({ path }: { path: Path }) {
  const { language, t } = useWords()
  const { widget } = fieldTable[fieldNameOf(path)]
  switch (widget) {
    case 'line':
      return <TypedField path={path} typing={lineTyping(isRequired(path))} size="wide" />
    case 'text':
      return <TypedField path={path} typing={lineTyping(isRequired(path))} size="wide" rows={2} />
    case 'lines':
      return <TypedField path={path} typing={linesTyping} size="wide" rows={4} />
    case 'date':
      return <TypedField path={path} typing={lineTyping(isRequired(path))} size="date" />
    case 'number':
      return <TypedField path={path} typing={numberTyping(language)} size="figure" inputMode="decimal" />
    case 'numbers':
      return <TypedField path={path} typing={numbersTyping} size="wide" />
    case 'points':
      return <TypedField path={path} typing={ruleValueTyping} size="figure" />
    case 'rule':
      return <RuleField path={path} />
    case 'ruleset':
      return <RulesetField path={path} />
    case 'switch':
      return <SwitchField path={path} />
    case 'stream':
      return <StreamField path={path} />
    case 'streams':
      return <StreamsField path={path} />
    case 'streamsInTurn':
      return <StreamsInTurnField path={path} />
    case 'weekdays':
      return <WeekdaysField path={path} />
    case 'weekdayWeights':
      return <WeightsField path={path} names={weekdayNames.map((day) => t(`lab.weekday.${day}`))} />
    case 'monthWeights':
      return <WeightsField path={path} names={monthNames(language)} />
    case 'fixed':
      return null
  }
}
