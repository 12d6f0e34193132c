import { type Browser, chromium } from 'playwright-core'
import { ensureBrowser } from './ensureBrowser.js'

/** No sandbox, as the tests may run as root; no traffic of the browser's own. */
const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A headless Chromium, wherever it is installed. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: launchArguments })
}
