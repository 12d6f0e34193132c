const MS_UNTIL_SAVED = 60_000

/** Hands a file to the reader, as a link with `download` would. */
export function saveFile(name: string, content: Blob | string, type = 'text/plain'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the file only after a question to the reader.
  setTimeout(() => URL.revokeObjectURL(address), MS_UNTIL_SAVED)
}

const MOST_LETTERS = 80

/**
 * A name that every file system takes: parts in small ASCII letters, joined by hyphens.
 *
 * @example fileName(['baseline-2026', 'Notes minimales'], 'csv') // 'baseline-2026-notes-minimales.csv'
 */
export function fileName(parts: readonly string[], ending: string): string {
  const plain = parts
    .join(' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replace(/^-|-$/g, '')
  return `${plain || 'express-entry'}.${ending}`
}
