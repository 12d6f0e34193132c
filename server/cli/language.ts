import { Command } from 'commander'
import { levelOfQuery } from '../../shared/language/query.ts'
import { abilities } from '../../shared/schema/common.ts'
import { languageTests } from '../../shared/schema/profile.ts'
import { answerLines, type LineCommand } from './answerLines.ts'
import { type Finish, jsonOption, withExamples, withLinesArgument } from './options.ts'

const languageLines: LineCommand = {
  columns: [
    { title: 'test' },
    { title: 'ability' },
    { title: 'raw', align: 'right' },
    { title: 'level', align: 'right' },
  ],
  answer(value) {
    const level = levelOfQuery(value)
    const line = value as { test: string; ability: string; raw: number }
    return { json: { ...line, level }, cells: [line.test, line.ability, line.raw, level] }
  },
}

export function languageCommand(finish: Finish): Command {
  const command = new Command('language')
    .summary('CLB and NCLC levels of test results')
    .description(
      'CLB or NCLC level of each test result: 4 to 10, where 10 stands for 10 and more; 0 = below 4. A line is ' +
        '{"test","ability","raw"}, with "testDate" where a test changed its scale.\n\n' +
        `Tests: ${languageTests.join(', ')}.\nAbilities: ${abilities.join(', ')}.`,
    )
    .addOption(jsonOption('each line with its "level"'))
    .action(async (file: string, options: { json?: boolean }) => {
      finish(await answerLines(file, options.json === true, languageLines))
    })
  return withExamples(withLinesArgument(command), [
    `echo '{"test":"IELTS_GT","ability":"listening","raw":7.5}' | ee-sim language`,
  ])
}
