import { type Stream, streams } from '../schema/common.ts'

/** The bit of a stream in a mask: its place in `streams`. */
export const streamBit = (stream: Stream): number => 1 << streams.indexOf(stream)

/** Streams as one integer. */
export const maskOf = (members: Iterable<Stream>): number => {
  let mask = 0
  for (const stream of members) mask |= streamBit(stream)
  return mask
}

/** The streams of a mask, in their public order. */
export const streamsOf = (mask: number): Stream[] => streams.filter((stream) => (mask & streamBit(stream)) !== 0)
