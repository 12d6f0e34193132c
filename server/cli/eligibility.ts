import { Command } from 'commander'
import { type EligibilityResult, eligibility } from '../../shared/eligibility/streams.ts'
import { type Day, parseDay } from '../../shared/lib/day.ts'
import { answerLines, type LineCommand } from './answerLines.ts'
import { dateOption, type Finish, jsonOption, withExamples, withLinesArgument } from './options.ts'
import { readProfileLine } from './profileLine.ts'

const columns = ['id', 'CEC', 'FSW', 'FST', 'PNP', 'streams'].map((title) => ({ title }))

const yesOrNo = ({ programs }: EligibilityResult) =>
  [programs.cec, programs.fsw, programs.fst, programs.pnp].map(({ eligible }) => (eligible ? 'yes' : 'no'))

const eligibilityLines = (on: Day): LineCommand => ({
  columns,
  answer(value, id) {
    const result = eligibility(readProfileLine(value, on).profile, on)
    return { json: { id, ...result }, cells: [id, ...yesOrNo(result), result.streams.join(' ') || '-'] }
  },
})

export function eligibilityCommand(finish: Finish): Command {
  const command = new Command('eligibility')
    .summary('programs and streams of profiles')
    .description(
      'The programs (CEC, FSW, FST, PNP) and categories each profile qualifies for on a day, with reasons, and the ' +
        'streams a draw would find it in. A line is a profile, or {"id","profile"}.',
    )
    .addOption(dateOption('--on <date>', 'the day to judge by; default today'))
    .addOption(jsonOption('one line a profile, with the reasons,'))
    .action(async (file: string, options: { on?: string; json?: boolean }) => {
      const on = parseDay(options.on ?? new Date().toISOString().slice(0, 10))
      finish(await answerLines(file, options.json === true, eligibilityLines(on)))
    })
  return withExamples(withLinesArgument(command), ['ee-sim eligibility profiles.jsonl --on 2025-12-17'])
}
