import { Command } from 'commander'
import { InputError } from '../../shared/lib/errors.ts'
import { listScenarios, readScenarioFile, summaryOf } from '../runtime/scenarioLibrary.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { type Finish, jsonOption, withExamples } from './options.ts'
import { Output } from './output.ts'
import { type Column, printTable } from './table.ts'

const columns: readonly Column[] = [
  { title: 'name' },
  { title: 'as of' },
  { title: 'days', align: 'right' },
  { title: 'question' },
]

async function printScenarios(asJson: boolean): Promise<void> {
  const output = new Output()
  const scenarios = listScenarios()
  if (asJson) await output.json(scenarios.map(summaryOf))
  else {
    const rows = scenarios.map(({ id, asOf, horizonDays, question }) => [id, asOf, horizonDays, question.en])
    await printTable(columns, rows, output)
  }
}

/** Prints every error of a file, or that there is none. */
async function validate(file: string, asJson: boolean): Promise<ExitCode> {
  const output = new Output()
  try {
    const { id } = readScenarioFile(file)
    if (asJson) await output.json({ file, valid: true, id, issues: [] })
    else await output.text(`${file}: the scenario ${id} is valid.\n`)
    return exitCode.done
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { issues } = error
    if (asJson) await output.json({ file, valid: false, issues })
    else await output.text(`${issues.map(({ code, path, message }) => `${code} at ${path}: ${message}`).join('\n')}\n`)
    return exitCode.refused
  }
}

const listCommand = (finish: Finish): Command =>
  new Command('list')
    .description('The scenarios that come with the program.')
    .addOption(jsonOption('the list'))
    .action(async (options: { json?: boolean }) => {
      await printScenarios(options.json === true)
      finish(exitCode.done)
    })

function validateCommand(finish: Finish): Command {
  const command = new Command('validate')
    .description('Everything that is wrong with a scenario file. The exit status is 1 when anything is.')
    .argument('<file>', 'the scenario file')
    .addOption(jsonOption('the result'))
    .action(async (file: string, options: { json?: boolean }) => finish(await validate(file, options.json === true)))
  return withExamples(command, ['ee-sim scenarios validate my-scenario.json'])
}

export const scenariosCommand = (finish: Finish): Command =>
  new Command('scenarios')
    .summary('list the scenarios, or check a file')
    .description('The scenarios that come with the program, and a check for files of your own.')
    .addCommand(listCommand(finish), { isDefault: true })
    .addCommand(validateCommand(finish))
