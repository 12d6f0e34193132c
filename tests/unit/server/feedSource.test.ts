import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { downloadFeed, readFeedFile } from '../../../server/runtime/feedSource.ts'
import { InputError } from '../../../shared/lib/errors.ts'
import { realFeed } from '../../helpers/feed.ts'
import { temporaryFolder } from '../../helpers/temporaryFolder.ts'

/** Address of a real server that answers like this until the test has ended. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.json`
}

/** The error's code and message. */
async function failure(promise: Promise<unknown>): Promise<[string, string]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof InputError)) throw new Error(`expected an InputError, got ${error}`)
  return [error.code, error.message]
}

describe('fetching a feed', () => {
  it('gives its JSON, and follows redirects', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/feed.json') response.writeHead(302, { location: '/moved.json' }).end()
      else response.end(`\uFEFF${JSON.stringify(realFeed())}`)
    })
    expect(await downloadFeed(url)).toEqual(realFeed())
  })

  it('is EE_FEED_UNREACHABLE when nobody answers', async () => {
    const [code, message] = await failure(downloadFeed('http://127.0.0.1:9/feed.json'))
    expect(code).toBe('EE_FEED_UNREACHABLE')
    expect(message).toMatch(/could not be fetched: .*; the stored draws were kept/)
  })

  it('is EE_FEED_UNREACHABLE when the name is not known', async () => {
    const [code] = await failure(downloadFeed('http://feed.invalid/feed.json'))
    expect(code).toBe('EE_FEED_UNREACHABLE')
  })

  it.each([404, 500, 503])('is EE_FEED_UNREACHABLE when the server answers %i', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end('{}'))
    expect(await failure(downloadFeed(url))).toEqual([
      'EE_FEED_UNREACHABLE',
      `$.url: ${url} answered ${status}; the stored draws were kept`,
    ])
  })

  it('gives up on a server that never answers', async () => {
    const url = await serve(() => {})
    const [code, message] = await failure(downloadFeed(url, { timeoutMs: 200 }))
    expect(code).toBe('EE_FEED_UNREACHABLE')
    expect(message).toMatch(/did not answer within 0\.2 seconds/)
  })

  it('gives up on a server that stops in the middle', async () => {
    const url = await serve((_, response) => void response.write('{"rounds": ['))
    const [code] = await failure(downloadFeed(url, { timeoutMs: 300 }))
    expect(code).toBe('EE_FEED_UNREACHABLE')
  })

  it('refuses an answer that breaks off', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"rounds": [')
      setTimeout(() => response.destroy(), 50)
    })
    expect((await failure(downloadFeed(url)))[0]).toBe('EE_FEED_UNREACHABLE')
  })

  it('refuses an answer that never ends, without reading it to the end', async () => {
    let sent = 0
    const piece = 'x'.repeat(65_536)
    const url = await serve((_, response) => {
      const send = () => {
        while (!response.destroyed && response.write(piece)) sent += piece.length
        if (!response.destroyed) response.once('drain', send)
      }
      send()
    })
    const [code, message] = await failure(downloadFeed(url, { bytes: 1_000_000 }))
    expect(code).toBe('EE_FEED_UNREACHABLE')
    expect(message).toMatch(/sent more than 1000000 bytes/)
    expect(sent).toBeLessThan(20_000_000)
  })

  it.each(['<html>maintenance</html>', '{"rounds": [', ''])('is EE_JSON when %j comes', async (text) => {
    const url = await serve((_, response) => response.end(text))
    const [code, message] = await failure(downloadFeed(url))
    expect(code).toBe('EE_JSON')
    expect(message).toMatch(/is not JSON .*the stored draws were kept/)
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/feed', 'feed.json', ''])('refuses the address %j', async (url) => {
    expect((await failure(downloadFeed(url)))[0]).toBe('EE_CONFIG')
  })
})

describe('a feed in a file', () => {
  it('is read, byte order mark or not', () => {
    const path = join(temporaryFolder(), 'feed.json')
    writeFileSync(path, '\uFEFF{"rounds":[]}')
    expect(readFeedFile(path)).toEqual({ rounds: [] })
  })

  it('that is not there is EE_FILE, that is not JSON is EE_JSON', () => {
    const folder = temporaryFolder()
    expect(() => readFeedFile(join(folder, 'none.json'))).toThrow(/none\.json cannot be read/)
    writeFileSync(join(folder, 'text.json'), 'text')
    expect(() => readFeedFile(join(folder, 'text.json'))).toThrow(/text\.json is not JSON/)
  })
})
