// `npm test`: everything that must hold before a change lands, in the order in which it fails fastest.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, root } from '../server/build.js'
import { ensureBrowser } from './helpers/ensureBrowser.js'

const report = join(root, 'test-results', 'vitest.json')
let passed = 0
let failed = 0

function count(name, isPassed) {
  if (isPassed) passed += 1
  else failed += 1
  console.log(`${isPassed ? 'passed' : 'FAILED'}: ${name}`)
}

function runTool(command, args) {
  return spawnSync(join(root, 'node_modules', '.bin', command), args, { cwd: root, stdio: 'inherit' }).status === 0
}

function runVitest(browser) {
  mkdirSync(join(root, 'test-results'), { recursive: true })
  rmSync(report, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)]
  const env = { ...process.env, CHROMIUM_PATH: browser, FORCE_COLOR: '0' }
  const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vitest'), args, { cwd: root, stdio: 'inherit', env })
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  passed += numPassedTests
  failed += numFailedTests
  if (status !== 0 && numFailedTests === 0) failed += Math.max(1, numFailedTestSuites)
}

const browser = await ensureBrowser()
count('lint and format (biome)', runTool('biome', ['check', '--error-on-warnings', '.']))
count('types (tsc)', runTool('tsc', ['--noEmit']))
count(
  'dependency rules',
  runTool('depcruise', ['shared', 'server', 'client', 'tests', '--config', '.dependency-cruiser.cjs']),
)
await ensureBuilt()
count('build', true)
runVitest(browser)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
