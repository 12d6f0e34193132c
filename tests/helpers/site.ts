import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { StartOptions } from '../../server/main.ts'
import { launchBrowser } from './browser.ts'
import { type OpenPage, openPage, type PageOptions } from './openPage.ts'
import { startTestServer, type TestServer } from './testServer.ts'

export interface Site {
  /** `http://127.0.0.1:41233` */
  readonly address: string
  readonly browser: Browser
  /** Opens a path of the server; the page is closed after the test, which fails when the browser complained. */
  open(path: string, options?: PageOptions): Promise<OpenPage>
}

export interface SiteOptions {
  environment?: Record<string, string>
  server?: StartOptions
  /** Complaints of the browser itself that are meant, such as the report of an answer of 404. */
  expected?: RegExp
}

/** The refusals and lost connections that the browser reports by itself; a page adds nothing to them. */
export const networkComplaints = /Failed to load resource|WebSocket connection/

/** A server and a browser for the tests of a file. */
export function siteForTests({ environment, server: options, expected }: SiteOptions = {}): Site {
  let server: TestServer
  let browser: Browser
  let opened: OpenPage[] = []
  beforeAll(async () => {
    server = await startTestServer(environment, options)
    browser = await launchBrowser()
  })
  afterEach(async () => {
    const complaints = opened.flatMap((one) => one.complaints)
    await Promise.all(opened.map((one) => one.close()))
    opened = []
    expect(complaints.filter((text) => !expected?.test(text))).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return {
    get address() {
      return server.address
    },
    get browser() {
      return browser
    },
    async open(path, pageOptions) {
      const one = await openPage(browser, `${server.address}${path}`, pageOptions)
      opened.push(one)
      return one
    },
  }
}
