import type { ErrorCode } from '../../shared/lib/errors.ts'

/** What a command tells the shell. */
export const exitCode = {
  /** All was done. */
  done: 0,
  /** Some input was refused, or a check failed. */
  refused: 1,
  /** The command line or the environment cannot be understood. */
  wrongUsage: 2,
  /** Ctrl-C; what was found until then was printed, marked as partial. */
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** An error of the environment or of an option is wrong usage; any other is about the input. */
export const exitCodeOf = (code: ErrorCode): ExitCode => (code === 'EE_CONFIG' ? exitCode.wrongUsage : exitCode.refused)
