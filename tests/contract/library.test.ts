import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureLibraryBuilt } from '../../server/build.js'
import { packageRoot } from '../../server/packageRoot.ts'

const work = mkdtempSync(join(tmpdir(), 'ee-sim-library-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
beforeAll(ensureLibraryBuilt)

const example = (name: string): string =>
  execFileSync(process.execPath, [join(packageRoot, 'docs', 'examples', `${name}.js`)], { encoding: 'utf8' })

describe('the library', () => {
  it('is one module that needs nothing: no package, no file, no part of Node', () => {
    const text = readFileSync(join(packageRoot, 'dist', 'library', 'index.js'), 'utf8')
    expect(text.match(/^import .*|\bfrom "node:[^"]*"/gm)).toBeNull()
  })

  it('has types: somebody else’s strict program compiles, and a wrong one does not', () => {
    mkdirSync(join(work, 'node_modules'))
    symlinkSync(packageRoot, join(work, 'node_modules', 'express-entry-simulator'))
    symlinkSync(join(packageRoot, 'node_modules', 'typebox'), join(work, 'node_modules', 'typebox'))
    writeFileSync(join(work, 'package.json'), '{"type":"module"}')
    const compile = (name: string, lines: string[]): string => {
      const program = ["import { compiledRuleset, readProfile, scoreProfile } from 'express-entry-simulator'", ...lines]
      writeFileSync(join(work, name), program.join('\n'))
      const tsc = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc')
      const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '']
      try {
        return execFileSync(process.execPath, [tsc, ...options, name], { cwd: work, encoding: 'utf8' })
      } catch (error) {
        return (error as { stdout: string }).stdout
      }
    }
    const scored = "scoreProfile(readProfile({}), compiledRuleset('2025-03-25'))"
    expect(compile('right.ts', [`export const total: number = ${scored}.total`])).toBe('')
    expect(compile('wrong.ts', [`export const total: string = ${scored}.total`])).toContain('TS2322')
  })

  it('scores a person with sources, under every ruleset', () => {
    const text = example('score')
    expect(text).toMatch(/\n 482 in all\n/)
    expect(text.match(/under the rules of \d{4}-\d\d-\d\d: 482/g)).toHaveLength(5)
    expect(text).toContain('streams: general, cec, fsw')
  })

  it('simulates', () => {
    const text = example('simulate')
    expect(text.match(/ cec cutoff \d{3} invited 2500/g)).toHaveLength(13)
    expect(text).toContain('invited in all: 32500')
  })

  it('compares', () => {
    expect(example('compare')).toMatch(/^last cec cutoff: \+\d+(\.\d+)? points, 95 % interval \d/)
  })
})
