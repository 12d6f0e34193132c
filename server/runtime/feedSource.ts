import { readFileSync, statSync } from 'node:fs'
import { InputError, received, refuse } from '../../shared/lib/errors.ts'

export interface DownloadLimits {
  /** Milliseconds until the last byte. */
  timeoutMs: number
  /** Most bytes of a feed. */
  bytes: number
}

/** The feed of 2025-12 has 0.5 MB. */
const usualLimits: DownloadLimits = { timeoutMs: 20_000, bytes: 20_000_000 }

const unreachable = (message: string): InputError =>
  refuse('EE_FEED_UNREACHABLE', '$.url', `${message}; the stored draws were kept`)

/** What `fetch` says about a failure is in the cause: "getaddrinfo ENOTFOUND www.canada.ca". */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}

async function bodyOf(response: Response, url: string, limits: DownloadLimits): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > limits.bytes) throw unreachable(`${url} sent more than ${limits.bytes} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

/**
 * Fetches a draws feed and parses it as JSON. Redirects are followed.
 *
 * @throws InputError EE_CONFIG (not an http address), EE_FEED_UNREACHABLE (offline, too slow, too large, refused by the
 *   server), EE_JSON (what came is not JSON)
 */
export async function downloadFeed(url: string, limits: Partial<DownloadLimits> = {}): Promise<unknown> {
  const { timeoutMs, bytes } = { ...usualLimits, ...limits }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw refuse('EE_CONFIG', '$.url', `received ${received(url)}; expected an address that starts with https://`)
  }
  let text: string
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } })
    if (!response.ok) throw unreachable(`${url} answered ${response.status}`)
    text = await bodyOf(response, url, { timeoutMs, bytes })
  } catch (error) {
    if (error instanceof InputError) throw error
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw unreachable(`${url} did not answer within ${timeoutMs / 1000} seconds`)
    }
    throw unreachable(`${url} could not be fetched: ${reason(error)}`)
  }
  return parseText(text, url)
}

/**
 * Reads a draws feed from a file and parses it as JSON.
 *
 * @throws InputError EE_FILE (not there, not readable, larger than any feed), EE_JSON
 */
export function readFeedFile(path: string): unknown {
  let text: string
  try {
    const { size } = statSync(path)
    if (size > usualLimits.bytes) throw new Error(`it has ${size} bytes; a feed has at most ${usualLimits.bytes}`)
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw refuse('EE_FILE', '$', `${path} cannot be read: ${reason(error)}; the stored draws were kept`)
  }
  return parseText(text, path)
}

function parseText(text: string, origin: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw refuse('EE_JSON', '$', `${origin} is not JSON (${reason(error)}); the stored draws were kept`)
  }
}
