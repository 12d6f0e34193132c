import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser.ts'
import { openPage } from '../helpers/openPage.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const workerFile = fileURLToPath(new URL('../helpers/workers/breaking.worker.mjs', import.meta.url))

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ EE_SIM_MAX_ACTIVE_RUNS: '1' }, { workerFile })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const run = (fields: object) => ask<{ id: string }>(server.address, 'POST', '/api/runs', fields)

describe('when there is trouble, the page says what happened and what to do', () => {
  it('a server that is busy: watch one of its runs', async () => {
    const { body } = await run({ scenario: testScenario, paused: true })
    const { page, picture, close } = await openPage(browser, `${server.address}/`)
    await page.getByRole('heading', { name: 'The server is running as many simulations as it can' }).waitFor()
    await page.getByRole('button', { name: 'Watch A test, seed test' }).waitFor()
    await picture('busy-en')
    await page.getByRole('button', { name: 'Watch A test, seed test' }).click()
    await page.getByText('Paused', { exact: true }).waitFor()
    expect(new URL(page.url()).searchParams.get('run')).toBe(body.id)
    await close()
    await ask(server.address, 'DELETE', `/api/runs/${body.id}`)
  })

  it('a run that is gone: start the same again', async () => {
    const { page, picture, close } = await openPage(browser, `${server.address}/?run=gone&scenario=long-pause&seed=a`)
    await page.getByRole('heading', { name: 'This run is no longer kept' }).waitFor()
    await picture('gone-en')
    await page.getByRole('button', { name: 'Start a new run' }).click()
    await page.getByText('Ten weeks without a CEC draw').waitFor()
    const id = new URL(page.url()).searchParams.get('run')
    await expect.poll(() => new URL(page.url()).searchParams.get('run')).not.toBe('gone')
    expect(new URL(page.url()).searchParams.get('seed')).toBe('a')
    await close()
    await ask(server.address, 'DELETE', `/api/runs/${id}`)
  })

  it('a run that breaks: the reason, and start again', async () => {
    const { body } = await run({ scenario: testScenario, seed: 'crash' })
    const { page, complaints, picture, close } = await openPage(browser, `${server.address}/?run=${body.id}&lang=fr`)
    await page.getByRole('heading', { name: 'La simulation s’est arrêtée' }).waitFor()
    await page.getByText(/EE_RUN_FAILED/).waitFor()
    expect(await page.getByRole('alert').textContent()).not.toContain('secret')
    expect(complaints).toEqual([])
    await picture('failed-fr')
    await close()
  })

  it('a scenario nobody has: what the server says', async () => {
    const { page, close } = await openPage(browser, `${server.address}/?scenario=nowhere`)
    await page.getByRole('heading', { name: 'The run could not be started' }).waitFor()
    await page.getByText(/nowhere/).waitFor()
    await close()
  })

  it('an address without a page: the way back', async () => {
    const { page, close } = await openPage(browser, `${server.address}/forecasts?run=x`)
    await page.getByRole('heading', { level: 1, name: 'There is no page at this address' }).waitFor()
    expect(await page.getByRole('link', { name: 'Go to the running scenario' }).getAttribute('href')).toBe('/?run=x')
    await close()
  })
})
