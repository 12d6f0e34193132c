import { InputError, type Issue } from '../../shared/lib/errors.ts'
import { type ExitCode, exitCode } from './exitCode.ts'
import { type InputLine, isRecord, parseLine, readLines } from './jsonLines.ts'
import { Output, tell } from './output.ts'
import { type Cell, type Column, Table } from './table.ts'

export type LineId = string | number

/** The answer to one line: as JSON, and as the cells of a row for people. */
export interface LineAnswer {
  json: object
  cells: readonly Cell[]
}

/** A command that answers every line of its input on its own. */
export interface LineCommand {
  columns: readonly Column[]
  /** @throws InputError when the line is refused */
  answer(value: unknown, id: LineId): LineAnswer
}

/** The line's own id, else its number in the input. */
function idOf(value: unknown, line: InputLine): LineId {
  const id = isRecord(value) ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number' ? id : line.number
}

/** What stands for a refused line in the output: the first issue, and all of them when there are several. */
export function refusedLine(id: LineId, issues: readonly Issue[]) {
  const [{ code, message, path }] = issues
  return { id, error: { code, message, path, ...(issues.length > 1 ? { issues } : {}) } }
}

/** Where the answers go: one JSON line each, or a row of a table with refusals on standard error. */
interface Destination {
  answer(answer: LineAnswer): Promise<void>
  refusal(id: LineId, line: InputLine, issues: readonly Issue[]): Promise<void>
  end(): Promise<void>
}

const asJsonLines = (output: Output): Destination => ({
  answer: ({ json }) => output.line(JSON.stringify(json)),
  refusal: (id, _, issues) => output.line(JSON.stringify(refusedLine(id, issues))),
  end: () => output.flush(),
})

function asTable(columns: readonly Column[], output: Output): Destination {
  const table = new Table(columns, output)
  return {
    answer: ({ cells }) => table.row(cells),
    refusal: async (id, line, issues) => {
      for (const { code, path, message } of issues) tell(`line ${line.number} (${id}): ${code} at ${path}: ${message}`)
    },
    end: () => table.end(),
  }
}

async function answerLine(line: InputLine, command: LineCommand, to: Destination): Promise<ExitCode> {
  let value: unknown
  try {
    value = parseLine(line)
    const answer = command.answer(value, idOf(value, line))
    await to.answer(answer)
    return exitCode.done
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    await to.refusal(idOf(value, line), line, error.issues)
    return exitCode.refused
  }
}

/**
 * Answers a file of JSON Lines (`-` = standard input) line by line. A refused line does not stop the rest.
 *
 * @throws InputError EE_FILE when the file cannot be read
 */
export async function answerLines(file: string, asJson: boolean, command: LineCommand): Promise<ExitCode> {
  const output = new Output()
  const to = asJson ? asJsonLines(output) : asTable(command.columns, output)
  let status: ExitCode = exitCode.done
  for await (const lines of readLines(file)) {
    for (const line of lines) {
      if ((await answerLine(line, command, to)) !== exitCode.done) status = exitCode.refused
    }
  }
  await to.end()
  return status
}
