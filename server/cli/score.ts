import { Command, Option } from 'commander'
import { type CompiledRuleset, compileRuleset } from '../../shared/crs/compile.ts'
import { latestKnownRulesetId, resolveRuleset, rulesets } from '../../shared/crs/ruleset.ts'
import { scoreProfile } from '../../shared/crs/score.ts'
import { answerLines, type LineAnswer, type LineCommand, type LineId } from './answerLines.ts'
import { type Finish, jsonOption, withExamples, withLinesArgument } from './options.ts'
import { tell } from './output.ts'
import { readProfileLine } from './profileLine.ts'
import type { Column } from './table.ts'

const columns: readonly Column[] = [
  { title: 'id' },
  { title: 'ruleset' },
  { title: 'total', align: 'right' },
  { title: 'core', align: 'right' },
  { title: 'spouse', align: 'right' },
  { title: 'transferability', align: 'right' },
  { title: 'additional', align: 'right' },
  { title: 'column' },
]

/** Says once, when the newest known ruleset is used, since when it is not the law any more. */
function outdatedNote(): (rulesetId: string) => void {
  const successor = rulesets.find(({ inForceFrom }) => inForceFrom > latestKnownRulesetId)
  let isSaid = successor === undefined
  return (rulesetId) => {
    if (isSaid || rulesetId !== latestKnownRulesetId) return
    isSaid = true
    tell(
      `Note: scores under ${rulesetId}, the newest ruleset whose values are all known, are not current for dates from ` +
        `${successor?.inForceFrom} on: new ranking points came into force that day, and their values are not published.`,
    )
  }
}

class ScoreLines implements LineCommand {
  readonly columns = columns
  readonly #compiled = new Map<string, CompiledRuleset>()
  readonly #noteUse = outdatedNote()

  constructor(private readonly chosenRuleset: string | undefined) {}

  answer(value: unknown, id: LineId): LineAnswer {
    const line = readProfileLine(value)
    const rules = this.#rules(this.chosenRuleset ?? line.ruleset ?? latestKnownRulesetId)
    const score = scoreProfile(line.profile, rules)
    this.#noteUse(rules.id)
    const { scoredWithSpouse, core, spouse, transferability, additional, total } = score
    return {
      json: { id, ruleset: rules.id, total, scoredWithSpouse, core, spouse, transferability, additional },
      cells: [
        id,
        rules.id,
        total,
        core.total,
        spouse.total,
        transferability.total,
        additional.total,
        scoredWithSpouse ? 'with spouse' : 'without spouse',
      ],
    }
  }

  #rules(id: string): CompiledRuleset {
    const known = this.#compiled.get(id) ?? compileRuleset(resolveRuleset(id))
    this.#compiled.set(id, known)
    return known
  }
}

export function scoreCommand(finish: Finish): Command {
  const command = new Command('score')
    .summary('CRS scores of profiles')
    .description(
      'CRS score of each profile, by section. A line is a profile, or {"id","ruleset","profile"}. Without --ruleset a ' +
        `line's own ruleset counts, else ${latestKnownRulesetId}, the newest whose values are all known.`,
    )
    .addOption(new Option('--ruleset <id>', 'score all lines under this ruleset').choices(rulesets.map(({ id }) => id)))
    .addOption(jsonOption('one line a profile'))
    .action(async (file: string, options: { ruleset?: string; json?: boolean }) => {
      finish(await answerLines(file, options.json === true, new ScoreLines(options.ruleset)))
    })
  return withExamples(withLinesArgument(command), [
    'ee-sim score profiles.jsonl',
    'ee-sim score --ruleset 2020-10-20 --json < profiles.jsonl > scores.jsonl',
  ])
}
