import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { packageRoot } from '../../server/packageRoot.ts'

/** The built program, as `ee-sim` and `npm run ee-sim` start it. */
export const cliFile = join(packageRoot, 'dist', 'server', 'cli.js')

export interface CliResult {
  status: number | null
  stdout: string
  stderr: string
}

export interface CliOptions {
  stdin?: string
  /** Added to an environment without any variable of the program but a data folder that does not exist. */
  env?: Record<string, string>
  /** No file it writes may be longer than so many KiB: the disk is full when it is not yet. Not on Windows. */
  longestFileKb?: number
}

const cleanEnvironment = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  EE_SIM_DATA_DIR: join(tmpdir(), 'ee-sim-no-data'),
}

/** Starts the built command line as a child process. */
export function startCli(args: readonly string[], { env, longestFileKb }: CliOptions = {}) {
  const command = [process.execPath, cliFile, ...args]
  // The shell counts blocks of 512 bytes; without the trap the system would end a process that writes beyond.
  const limits = `trap '' XFSZ; ulimit -f ${2 * (longestFileKb ?? 0)}; exec "$@"`
  const [file, ...rest] = longestFileKb === undefined ? command : ['sh', '-c', limits, 'sh', ...command]
  return spawn(file, rest, { env: { ...cleanEnvironment, ...env } })
}

/** Runs the built command line to its end. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const child = startCli(args, options)
  child.stdin.on('error', () => {})
  Readable.from([options.stdin ?? '']).pipe(child.stdin)
  const [status, stdout, stderr] = await Promise.all([
    new Promise<number | null>((resolve) => child.once('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ])
  return { status, stdout, stderr }
}

/** The JSON values of an output of JSON Lines. */
export const parseLines = (output: string): Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
