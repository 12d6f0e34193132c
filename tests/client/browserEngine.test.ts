import { describe, expect, it } from 'vitest'
import { folderOf, withoutTrailingSlash } from '../../client/demo/address.ts'
import { readTellingId, tellingId } from '../../client/engine/browser/tellingId.ts'

describe('the id of a run in this browser', () => {
  it.each([
    { scenarioId: 'baseline-2026', seed: 'maple' },
    { scenarioId: 'baseline-2026', seed: '~50 %~é/&#' },
    { scenarioId: 'long-pause', seed: '7', runs: 1000 },
  ])('tells how to make it again: $seed', (settings) => {
    expect(readTellingId(tellingId(settings))).toEqual(settings)
  })

  it('is another one each time', () => {
    const settings = { scenarioId: 'a', seed: 'b' }
    expect(tellingId(settings)).not.toBe(tellingId(settings))
  })

  it.each(['gone', '', 'a~b', 'a~%~c', 'a~b~c~d~e'])('is not taken for one when it is %s', (id) => {
    expect(readTellingId(id)).toBeUndefined()
  })
})

describe('the address of a static build', () => {
  it('is found from where its scripts lie', () => {
    expect(folderOf('https://example.org/ee/assets/index-1a2b.js')).toBe('/ee/')
    expect(folderOf('http://127.0.0.1:8000/assets/index.js?x')).toBe('/')
  })

  it('is written without a slash at its end, the root apart', () => {
    expect(['/ee/', '/ee', '/'].map(withoutTrailingSlash)).toEqual(['/ee', '/ee', '/'])
  })
})
