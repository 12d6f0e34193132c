/** The members of an object in the order of their names. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** JSON that equal values have and no others, in whatever order their members were written. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'undefined'
