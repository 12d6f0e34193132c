import { Command } from 'commander'
import { limitVariables, loadConfig } from '../config.ts'
import { exitCode } from './exitCode.ts'
import { type Finish, withExamples } from './options.ts'

/** The limits of the server: the variable that sets each, and what it is when that is not set. */
function limitsHelp(): string {
  const lines = Object.values(limitVariables).map(({ name, usual }) => `  ${name.padEnd(32)}${usual}`)
  return `\nLimits, set in the environment (and what they are otherwise):\n${lines.join('\n')}`
}

export function serveCommand(finish: Finish): Command {
  const command = new Command('serve')
    .summary('start the web application and the HTTP interface')
    .description('Starts the web application and the HTTP interface. Stop it with Ctrl-C.')
    .option('--host <address>', 'address to listen on; else HOST, else 127.0.0.1')
    .option('--port <number>', 'port to listen on, 0 = any free one; else PORT, else 3000')
    // The web server is loaded only here: the other commands start in half the time without it.
    .action(async ({ host, port }: { host?: string; port?: string }) => {
      const given = { ...(host === undefined ? {} : { HOST: host }), ...(port === undefined ? {} : { PORT: port }) }
      const { startServer } = await import('../main.ts')
      await startServer(loadConfig({ ...process.env, ...given }))
      finish(exitCode.done)
    })
  command.addHelpText('after', limitsHelp())
  return withExamples(command, ['ee-sim serve', 'ee-sim serve --host 0.0.0.0 --port 8080'])
}
