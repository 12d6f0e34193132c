// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../server/packageRoot.ts'

const assets = join(packageRoot, 'dist', 'client', 'assets')
/** What a browser loads before it can draw anything, in kB after gzip: the first script and what it cannot do without. */
const FIRST_SCRIPTS_KB = 151

describe('the pages that a server gives out', () => {
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))

  const scriptsWith = (text: string) =>
    scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes(text))

  it('hold nothing of the simulation, which runs on the server; one worker scores again for the reform lab', () => {
    expect(scripts.filter((name) => /worker/i.test(name))).toEqual([expect.stringMatching(/^reform\.worker-/)])
    expect(scriptsWith('the checkpoint cannot be used')).toEqual([])
  })

  it('hold the published draws only in that worker, and for the page that reads scenarios as they are typed', () => {
    const [shared, ...others] = scriptsWith('poolAsOf').filter((name) => !/worker/i.test(name))
    expect(others).toEqual([])
    const pages = [shared, ...scriptsWith(`from"./${shared}"`)].filter((name) => /^(index|\w+Page)-/.test(name))
    expect(pages).toEqual([expect.stringMatching(/^LabPage-/)])
  })

  it('begin with scripts that stay small; charts and other pages come when they are wanted', () => {
    const html = readFileSync(join(assets, '..', 'index.html'), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name)
    expect(first).toContainEqual(expect.stringMatching(/^index-/))
    const bytes = first.map((name) => gzipSync(readFileSync(join(assets, name))).length)
    expect(bytes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(FIRST_SCRIPTS_KB)
  })
})
