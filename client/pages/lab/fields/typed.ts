import type { Language } from '../../../i18n/language.ts'
import { isList, type Json } from '../state/json.ts'

/** How what is typed becomes a value, and back. A text that is no such value stays a text, which the reader then refuses. */
export interface Typing {
  read(text: string): Json | undefined
  write(value: Json | undefined): string
}

const plainText = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

const NUMBER = /^[+-]?\d+(\.\d+)?$/

function readNumber(text: string, language: Language): Json | undefined {
  const spaceless = text.replace(/\s/g, '')
  if (spaceless === '') return undefined
  const plain = language === 'fr' ? spaceless.replace(',', '.') : spaceless
  return NUMBER.test(plain) ? Number(plain) : text.trim()
}

/** A number as people type it: in French with a comma. */
export const numberTyping = (language: Language): Typing => ({
  read: (text) => readNumber(text, language),
  write: (value) =>
    typeof value === 'number' && language === 'fr' ? String(value).replace('.', ',') : plainText(value),
})

/** Whole numbers with commas or spaces between them; none = no list. */
export const numbersTyping: Typing = {
  read(text) {
    const parts = text.split(/[\s,;]+/).filter(Boolean)
    return parts.length === 0 ? undefined : parts.map((part) => (NUMBER.test(part) ? Number(part) : part))
  },
  write: (value) => (isList(value) ? value.map(plainText).join(', ') : plainText(value)),
}

/** A line; an empty one is no value unless there has to be one. */
export const lineTyping = (required: boolean): Typing => ({
  read: (text) => (text === '' && !required ? undefined : text),
  write: plainText,
})

/** A list of texts, one a line. */
export const linesTyping: Typing = {
  read: (text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  write: (value) => (isList(value) ? value.map(plainText).join('\n') : plainText(value)),
}

/** A value of the rule tree: points, `null`, or a whole table as JSON. */
export const ruleValueTyping: Typing = {
  read(text) {
    if (text.trim() === '') return undefined
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  },
  write: (value) => (value === undefined ? '' : JSON.stringify(value).replace(/^"(.*)"$/, '$1')),
}
