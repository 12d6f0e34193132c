// @vitest-environment node
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApiError } from '../../client/engine/apiError.ts'
import { serverBackend } from '../../client/engine/serverBackend.ts'
import { packageRoot } from '../../server/packageRoot.ts'
import { read, single } from '../helpers/formAnswers.ts'

const futures = readFileSync(join(packageRoot, 'shared', 'chance', 'bundled', 'forecast.futures.gz'))
const overNetwork = globalThis.fetch
let server: Server | undefined

afterEach(async () => {
  vi.unstubAllGlobals()
  server?.closeAllConnections()
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)))
  server = undefined
})

/** A host behind the addresses that a page asks for without naming a host. */
async function host(answer: RequestListener): Promise<void> {
  const one = createServer(answer)
  server = one
  await new Promise<void>((ready) => one.listen(0, '127.0.0.1', ready))
  const { port } = one.address() as AddressInfo
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    overNetwork(new URL(path, `http://127.0.0.1:${port}`), init),
  )
}

/** What a promise rejects with; it has to be an ApiError, of whichever copy of the module. */
async function refusalOf(promise: Promise<unknown>): Promise<Pick<ApiError, 'status' | 'code'>> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toMatchObject({ name: 'ApiError' })
  const { status, code } = error as ApiError
  return { status, code }
}
const unreachable = { status: 0, code: 'EE_UNREACHABLE' }

describe('the server of the page', () => {
  it('that hangs up within its answer is one that cannot be reached', async () => {
    await host((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"runs":', () => response.destroy())
    })
    expect(await refusalOf(serverBackend.runs())).toEqual(unreachable)
    expect(await refusalOf(serverBackend.saved?.find('mine') ?? Promise.resolve())).toEqual(unreachable)
  })

  it('that answers something else than JSON is another one', async () => {
    await host((_request, response) => response.end('<html>Log in to this network</html>'))
    expect(await refusalOf(serverBackend.health())).toEqual(unreachable)
  })

  it.each(['null', '[]', '"no"', '{}'])('that refuses with %s has an error of its own', async (body) => {
    await host((_request, response) => response.writeHead(500).end(body))
    expect(await refusalOf(serverBackend.health())).toEqual({ status: 500, code: 'EE_INTERNAL' })
  })
})

describe('the chance worked out in the browser', () => {
  const question = { profile: read(single).draft, on: '2026-11-22', months: {} }
  /** As in a page that was just loaded. */
  async function freshChance() {
    vi.resetModules()
    const { browserChance } = await import('../../client/engine/browser/browserChance.ts')
    return (asked = question) => browserChance(asked)
  }
  const damaged = Buffer.from(futures)
  damaged[0] = 0
  /** Unpacked on the way, as some hosts do, and not what this program wrote. */
  const foreign = Buffer.from('EESIM\0\0\x01 and then something else, long enough to be read', 'latin1')

  it.each<[string, Buffer, Pick<ApiError, 'status' | 'code'>]>([
    ['cut short', futures.subarray(0, futures.length / 2), unreachable],
    ['not packed', damaged, unreachable],
    ['damaged', foreign, { status: 422, code: 'EE_CHECKPOINT' }],
  ])('is refused from a file that is %s, and read again from a whole one', async (_how, broken, refusal) => {
    let file = broken
    await host((_request, response) => response.end(file))
    const chance = await freshChance()
    expect(await refusalOf(chance())).toEqual(refusal)
    file = futures
    expect(await chance()).toMatchObject({ scenario: 'forecast', runs: 1000 })
  })

  it('is refused when the line is cut within the file', async () => {
    await host((_request, response) => {
      response.writeHead(200, { 'content-length': String(futures.length) })
      response.write(futures.subarray(0, 1000), () => response.destroy())
    })
    expect(await refusalOf((await freshChance())())).toEqual(unreachable)
  })

  it('of a question that cannot be answered is refused without reading the file again', async () => {
    let reads = 0
    await host((_request, response) => {
      reads += 1
      response.end(futures)
    })
    const chance = await freshChance()
    expect(await refusalOf(chance({ ...question, on: '2026-02-30' }))).toEqual({ status: 500, code: 'EE_INTERNAL' })
    expect(await chance()).toMatchObject({ runs: 1000 })
    expect(reads).toBe(1)
  })
})
