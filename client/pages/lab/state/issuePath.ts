import type { Path } from './json.ts'

const PART = /\.([A-Za-z_]\w*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g

/** The place an issue names, `$.schedule.draws[0].size`, part by part. */
export function pathIn(place: string): Path {
  return [...place.matchAll(PART)].map(([, name, index, quoted]) => {
    if (name !== undefined) return name
    return index !== undefined ? Number(index) : (JSON.parse(quoted) as string)
  })
}
