// Finds a Chromium for the browser tests, or gets one. Plain JavaScript: tests/run.js calls it before anything is built.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

const debianChromium = '/usr/bin/chromium'
const systemBrowsers = [debianChromium, '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Path of a Chromium that is installed, or undefined: CHROMIUM_PATH, the system's, Playwright's own.
 *
 * @returns {string | undefined}
 */
export function findBrowser() {
  const candidates = [process.env.CHROMIUM_PATH, ...systemBrowsers, chromium.executablePath()]
  return candidates.find((path) => path && existsSync(path))
}

/** Runs a command and shows what it says; true when it went well. */
const succeeds = (command, ...args) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 600_000 }).status === 0

const installDebianChromium = () =>
  succeeds('apt-get', 'update', '-q') &&
  succeeds('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium')

function installPlaywrightChromium() {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'))
  return succeeds(process.execPath, join(packageFolder, 'cli.js'), 'install', 'chromium')
}

/**
 * Path of a Chromium, installed first where there is none: Debian's as root, else Playwright's own.
 *
 * @returns {Promise<string>}
 * @throws {Error} one sentence that says what to do, when neither could be installed
 */
export async function ensureBrowser() {
  const installed = findBrowser()
  if (installed) return installed
  console.error('No Chromium found for the browser tests; installing one ...')
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) installDebianChromium()
  if (!findBrowser()) installPlaywrightChromium()
  const path = findBrowser()
  if (path) return path
  throw new Error(
    'No Chromium for the browser tests: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}
