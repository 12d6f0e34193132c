import { endQuietlyWithoutReader } from './output.ts'
import { runCommandLine } from './program.ts'

endQuietlyWithoutReader()
process.exitCode = await runCommandLine(process.argv.slice(2))
