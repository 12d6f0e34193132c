import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LineCutter } from '../../server/cli/jsonLines.ts'

/** A text cut into pieces at arbitrary places. */
const cutText = fc
  .tuple(fc.array(fc.constantFrom('\n', 'a', '{"id":1}', '\r', 'é', ' '), { maxLength: 60 }), fc.array(fc.nat(40)))
  .map(([parts, lengths]) => {
    const text = parts.join('')
    const pieces: string[] = []
    let start = 0
    for (const length of lengths) {
      pieces.push(text.slice(start, start + length))
      start += length
    }
    return { text, pieces: [...pieces, text.slice(start)] }
  })

it('lines are the same wherever the pieces of the input end', () => {
  fc.assert(
    fc.property(cutText, ({ text, pieces }) => {
      const cutter = new LineCutter()
      const lines = [...pieces.flatMap((piece) => cutter.cut(piece)), ...cutter.end()]
      const expected = text.split('\n')
      if (expected.at(-1) === '') expected.pop()
      expect(lines).toEqual(expected.map((line, index) => ({ number: index + 1, text: line })))
    }),
  )
})
