import type { Provisions } from '../../../../shared/schema/ruleset.ts'
import type { Words } from '../../../i18n/words.ts'
import { additionalTables } from './additionalTables.ts'
import { coreTables, spouseTables } from './coreTables.ts'
import type { RuleTableModel } from './ruleTableModel.ts'
import { transferabilityTables } from './transferabilityTables.ts'

/** Every table of a rule tree, in the order of the law, with names in one language. */
export const ruleTables = (provisions: Provisions, words: Words): RuleTableModel[] => [
  ...coreTables(provisions, words),
  ...spouseTables(provisions, words),
  ...transferabilityTables(provisions, words),
  ...additionalTables(words),
]
