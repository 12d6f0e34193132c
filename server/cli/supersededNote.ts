import { isSuperseded } from '../../shared/crs/ruleset.ts'
import { tell } from './output.ts'

/** Says on standard error when runs go on under rules that others have replaced by their last day. */
export function noteSupersededRules(rulesetId: string | undefined, until: string): void {
  if (rulesetId === undefined || !isSuperseded(rulesetId, until)) return
  tell(`Note: the run ends on ${until} under ${rulesetId}; other rules are in force by then, not simulated here.`)
}
