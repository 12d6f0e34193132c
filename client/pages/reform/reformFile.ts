import { type InputError, refuse } from '../../../shared/lib/errors.ts'
import { reformOrIssues } from '../../../shared/reform/read.ts'
import type { Reform } from '../../../shared/schema/reform.ts'
import { fileName } from '../../downloads/saveFile.ts'

/** A reform as a file: title, reason, base, patches, and with which engine and data it was made. */
export const reformFile = (reform: Reform, madeWith?: Reform['madeWith']): string =>
  `${JSON.stringify({ ...reform, ...(madeWith ? { madeWith } : {}) }, null, 2)}\n`

/** The reform of a file, or why it is none. */
export function reformInFile(text: string): Reform | InputError {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('EE_JSON', '$', 'not valid JSON')
  }
  return reformOrIssues(value)
}

/** The name of a file of a reform: its title, and what else it is. */
export const reformFileName = ({ title }: Reform, ...more: string[]): string =>
  fileName([title.trim() || 'reform', ...more], 'json')
