import type { NamedAssumption } from '../../../shared/schema/fit.ts'

/** The files in the order in which the model uses them. */
export const assumptionFiles = ['population', 'life', 'flows', 'forecast'] as const satisfies NamedAssumption['file'][]

/** Assumptions that have every word of `text`, in any of their texts and in any case; no words leave all. */
export function assumptionsWith(assumptions: readonly NamedAssumption[], text: string): NamedAssumption[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return assumptions.filter(({ file, name, value, basis }) => {
    const all = `${file} ${name} ${value} ${basis}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

/** A value of the files with room between its parts and without quotation marks. */
export const valueText = (value: string): string => value.replaceAll('"', '').replace(/[:,](?=\S)/g, '$& ')
