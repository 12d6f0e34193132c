/** 32 bits of a text (FNV-1a): a number to start {@link uniformOf} from. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** A short text that practically no other text has: two hashes of 32 bits with different beginnings. */
export const digest = (text: string): string =>
  `${hashText(text).toString(16)}-${hashText(`second/${text}`).toString(16)}`

function mix(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/**
 * A uniform number in [0, 1) that belongs to a person and an occasion, whatever happened to others before: the same
 * person answers the same invitation the same way in every scenario (common random numbers).
 */
export const uniformOf = (seedHash: number, id: number, occasion: number): number =>
  mix(mix(mix(seedHash ^ Math.imul(id, 0x9e3779b1)) + id) + Math.imul(occasion + 1, 0x7feb352d)) / 0x100000000
