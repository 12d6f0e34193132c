import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { type CliOptions, startCli } from './cli.ts'

/** A server in a process of its own, which may be killed. */
export interface ServerProcess {
  /** `http://127.0.0.1:41233` */
  address: string
  /** What it has written to its log so far. */
  log(): string
  /** Resolves when it is gone, with its exit status and the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown[]>
}

/** Starts the built server on a free port, with that data folder. */
export async function serverProcess(
  dataDir: string,
  env: Record<string, string> = {},
  limits: Pick<CliOptions, 'longestFileKb'> = {},
): Promise<ServerProcess> {
  const variables = { EE_SIM_DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env }
  const child = startCli(['serve', '--port', '0'], { env: variables, ...limits })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const gone = once(child, 'close')
  let log = ''
  child.stderr.on('data', (text) => {
    log += text
  })
  const [line] = await Promise.race([once(child.stdout, 'data'), gone])
  const address = /http:\S+/.exec(String(line))?.[0]
  if (!address) throw new Error(`the server did not start: ${log}`)
  return {
    address,
    log: () => log,
    async end(signal) {
      child.kill(signal)
      return await gone
    },
  }
}
