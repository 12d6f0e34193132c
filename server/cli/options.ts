import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { tryParseDay } from '../../shared/lib/day.ts'
import { received } from '../../shared/lib/errors.ts'
import type { ExitCode } from './exitCode.ts'

/** How a command says how it ended. */
export type Finish = (code: ExitCode) => void

const toDate = (text: string): string => {
  if (tryParseDay(text) === undefined) {
    throw new InvalidArgumentError(`Received ${received(text)}; expected a date such as 2025-12-17.`)
  }
  return text
}

const toSeed = (text: string): string => {
  if (text.length < 1 || text.length > 100) throw new InvalidArgumentError('Expected a text of 1 to 100 characters.')
  return text
}

const toWholeNumber =
  (most: number) =>
  (text: string): number => {
    if (/^\d{1,15}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
    throw new InvalidArgumentError(`Received ${received(text)}; expected a whole number from 1 to ${most}.`)
  }

/** An option that takes a whole number from 1, `--runs <number>`. */
export const wholeNumberOption = (flags: string, description: string, most: number): Option =>
  new Option(flags, `${description}, 1 to ${most}`).argParser(toWholeNumber(most))

const MOST_THREADS = 256

/** `--threads <number>`, as many as the machine has when absent. */
export function threadsOption(): Option {
  const threads = availableParallelism()
  return wholeNumberOption('--threads <number>', 'on how many threads', MOST_THREADS).default(threads, `${threads}`)
}

/** An option that takes a calendar date, `--from <date>`. */
export const dateOption = (flags: string, description: string): Option =>
  new Option(flags, description).argParser(toDate)

export const seedOption = (description: string): Option => new Option('--seed <text>', description).argParser(toSeed)

export const jsonOption = (what: string): Option => new Option('--json', `print ${what} as JSON`)

/** Examples below a command's help. */
export function withExamples(command: Command, examples: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${examples.map((one) => `  $ ${one}`).join('\n')}`)
}

/** The argument of commands that read JSON Lines. */
export const withLinesArgument = (command: Command): Command =>
  command
    .argument('[file]', 'a file of JSON Lines; "-" or nothing = standard input', '-')
    .addHelpText('after', '\nA refused line does not stop the rest; the exit status is then 1.')
