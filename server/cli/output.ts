import { once } from 'node:events'

/** Characters gathered before they are handed to the system in one piece. */
const PIECE = 65_536

/**
 * Standard output in large pieces, at the pace of whoever reads it: a million lines need no memory for a million lines.
 * Standard error is for everything that is not a result.
 */
export class Output {
  #pending = ''

  constructor(private readonly stream: NodeJS.WritableStream = process.stdout) {}

  /** Ends the line itself. */
  async line(text: string): Promise<void> {
    this.#pending += `${text}\n`
    if (this.#pending.length >= PIECE) await this.flush()
  }

  /** A text that has its own line ends. */
  async text(text: string): Promise<void> {
    this.#pending += text
    await this.flush()
  }

  /** One JSON document on a line. */
  async json(value: unknown): Promise<void> {
    await this.text(`${JSON.stringify(value)}\n`)
  }

  /** Returns once the reader can take more. */
  async flush(): Promise<void> {
    const piece = this.#pending
    this.#pending = ''
    if (piece !== '' && !this.stream.write(piece)) await once(this.stream, 'drain')
  }
}

/** A word to the person at the terminal. */
export function tell(message: string): void {
  process.stderr.write(`${message}\n`)
}

/** A reader who has seen enough (`| head`) closes the pipe: that ends the program, and is no error. */
export function endQuietlyWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit()
      throw error
    })
  }
}
