import { Command, CommanderError } from 'commander'
import { InputError } from '../../shared/lib/errors.ts'
import { engineVersion } from '../../shared/lib/version.ts'
import { loadConfig } from '../config.ts'
import { backtestCommand } from './backtest.ts'
import { chanceCommand } from './chance.ts'
import { compareCommand } from './compare.ts'
import { drawsCommand } from './draws.ts'
import { eligibilityCommand } from './eligibility.ts'
import { ensembleCommand } from './ensemble.ts'
import { type ExitCode, exitCode, exitCodeOf } from './exitCode.ts'
import { exportCommand } from './export.ts'
import { fswGridCommand } from './fswGrid.ts'
import { instrumentCommand } from './instrument.ts'
import { languageCommand } from './language.ts'
import type { Finish } from './options.ts'
import { tell } from './output.ts'
import { poolCommand } from './pool.ts'
import { scenariosCommand } from './scenarios.ts'
import { scoreCommand } from './score.ts'
import { serveCommand } from './serve.ts'
import { simulateCommand } from './simulate.ts'

const commands = [
  scoreCommand,
  languageCommand,
  fswGridCommand,
  eligibilityCommand,
  drawsCommand,
  poolCommand,
  simulateCommand,
  ensembleCommand,
  exportCommand,
  compareCommand,
  instrumentCommand,
  chanceCommand,
  backtestCommand,
  scenariosCommand,
  serveCommand,
]

/** Wrong usage throws instead of ending the process, in every subcommand. */
function throwOnWrongUsage(command: Command): void {
  command.exitOverride().showHelpAfterError('(add --help for what this command takes)')
  for (const subcommand of command.commands) throwOnWrongUsage(subcommand)
}

function buildProgram(finish: Finish): Command {
  const program = new Command('ee-sim')
    .description("Simulator of Canada's Express Entry: exact CRS rules since 2015, a synthetic pool, and its draws.")
    .version(engineVersion)
    .addHelpText(
      'after',
      '\nResults go to standard output, everything else to standard error.\n' +
        'Exit status: 0 all done, 1 some input was refused or a check failed, 2 wrong usage, 130 stopped by Ctrl-C.\n' +
        'Independent of the Government of Canada; synthetic data, not advice.',
    )
    .hook('preAction', () => {
      loadConfig(process.env)
    })
  for (const command of commands) program.addCommand(command(finish))
  throwOnWrongUsage(program)
  return program
}

function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.wrongUsage
  if (error instanceof InputError) {
    for (const { code, path, message } of error.issues) tell(`${code} ${path === '$' ? '' : `at ${path}: `}${message}`)
    return exitCodeOf(error.code)
  }
  tell(`EE_INTERNAL ${error instanceof Error ? (error.stack ?? error.message) : error}`)
  return exitCode.refused
}

/** Commander answers `ee-sim nonsense --help` with the general help; a command that does not exist is wrong usage. */
function refuseUnknownCommand(program: Command, name: string | undefined): void {
  if (name === undefined || name.startsWith('-') || name === 'help') return
  if (!program.commands.some((command) => command.name() === name)) program.error(`error: unknown command '${name}'`)
}

/** Runs one command line, without the names of node and the program. Resolves to the exit status. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  let status: ExitCode = exitCode.done
  try {
    const program = buildProgram((code) => {
      status = code
    })
    refuseUnknownCommand(program, args[0])
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    return report(error)
  }
}
