import { createReadStream } from 'node:fs'
import { refuse } from '../../shared/lib/errors.ts'
import { tell } from './output.ts'

/** One line of the input. `text` null = longer than a line may be; it was skipped. */
export interface InputLine {
  /** 1 for the first line of the input. */
  number: number
  text: string | null
}

/** Characters a line may have: many times the largest profile. */
export const LONGEST_LINE = 1_048_576

/** Whether a parsed line is an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Cuts text that comes in pieces into lines, without holding more than one line. */
export class LineCutter {
  #rest = ''
  #isSkipping = false
  #number = 0

  /** The lines that end within this piece. */
  cut(piece: string): InputLine[] {
    const lines: InputLine[] = []
    let start = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      this.#keep(piece.slice(start, end))
      lines.push(this.#take())
      start = end + 1
    }
    this.#keep(piece.slice(start))
    return lines
  }

  /** The last line, when the input does not end with a line break. */
  end(): InputLine[] {
    return this.#rest !== '' || this.#isSkipping ? [this.#take()] : []
  }

  #keep(text: string): void {
    this.#isSkipping ||= this.#rest.length + text.length > LONGEST_LINE
    this.#rest = this.#isSkipping ? '' : this.#rest + text
  }

  #take(): InputLine {
    this.#number += 1
    const line = { number: this.#number, text: this.#isSkipping ? null : this.#rest }
    this.#rest = ''
    this.#isSkipping = false
    return line
  }
}

/**
 * The lines of a file, or of standard input when `file` is `-`; blank ones are left out, a byte order mark too.
 *
 * @throws InputError EE_FILE when the file cannot be read
 */
export async function* readLines(file: string): AsyncGenerator<InputLine[]> {
  const isStdin = file === '-'
  if (isStdin && process.stdin.isTTY) tell('Reading JSON Lines from the terminal; end with Ctrl-D.')
  const stream = isStdin ? process.stdin : createReadStream(file)
  stream.setEncoding('utf8')
  const cutter = new LineCutter()
  const isFull = ({ text }: InputLine) => text === null || !/^\uFEFF?\s*$/.test(text)
  try {
    for await (const piece of stream) yield cutter.cut(String(piece)).filter(isFull)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refuse('EE_FILE', '$', `${file} cannot be read: ${reason}`)
  }
  yield cutter.end().filter(isFull)
}

/**
 * The JSON value of a line.
 *
 * @throws InputError EE_JSON, EE_TOO_LARGE
 */
export function parseLine({ text }: InputLine): unknown {
  if (text === null) throw refuse('EE_TOO_LARGE', '$', `the line is longer than ${LONGEST_LINE} characters`)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refuse('EE_JSON', '$', `the line is not JSON: ${reason}`)
  }
}
