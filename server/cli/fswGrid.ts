import { Command } from 'commander'
import { type FswGridInput, fswGrid, readFswGridInput } from '../../shared/eligibility/fswGrid.ts'
import { InputError } from '../../shared/lib/errors.ts'
import { answerLines, type LineCommand } from './answerLines.ts'
import { isRecord } from './jsonLines.ts'
import { type Finish, jsonOption, withExamples, withLinesArgument } from './options.ts'
import { issuesOf } from './profileLine.ts'

/** A line `{"id","profile"}` or the profile alone; paths of issues as they stand in the line. */
function readGridLine(value: unknown): FswGridInput {
  if (!isRecord(value) || !('profile' in value)) return readFswGridInput(value)
  const { profile } = value
  const issues = issuesOf(() => readFswGridInput(profile), '$.profile')
  if (issues.length > 0) throw new InputError(issues)
  return profile as FswGridInput
}

const gridLines: LineCommand = {
  columns: [
    { title: 'id' },
    { title: 'first language', align: 'right' },
    { title: 'second', align: 'right' },
    { title: 'education', align: 'right' },
    { title: 'experience', align: 'right' },
    { title: 'age', align: 'right' },
    { title: 'offer', align: 'right' },
    { title: 'adaptability', align: 'right' },
    { title: 'total', align: 'right' },
    { title: 'pass' },
  ],
  answer(value, id) {
    const points = fswGrid(readGridLine(value))
    return {
      json: { id, ...points },
      cells: [
        id,
        points.languageFirst,
        points.languageSecond,
        points.education,
        points.experience,
        points.age,
        points.arrangedEmployment,
        points.adaptability,
        points.total,
        points.pass ? 'yes' : 'no',
      ],
    }
  },
}

export function fswGridCommand(finish: Finish): Command {
  const command = new Command('fsw-grid')
    .summary("points on the Federal Skilled Worker Program's grid")
    .description(
      'Points on the 100-point selection grid of the Federal Skilled Worker Program, by factor. A line is ' +
        '{"id","profile"}, or the profile alone: age, education, firstLanguage, secondLanguage, experienceYearsTotal, ' +
        'arrangedEmployment, adaptability.',
    )
    .addOption(jsonOption('one line a profile'))
    .action(async (file: string, options: { json?: boolean }) => {
      finish(await answerLines(file, options.json === true, gridLines))
    })
  return withExamples(withLinesArgument(command), ['ee-sim fsw-grid candidates.jsonl --json'])
}
