import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { loadConfig } from '../../server/config.ts'
import { startServer } from '../../server/main.ts'
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import { atMost, type Figure } from './measure.ts'

const isMessage = (value: unknown): value is ServerMessage =>
  typeof value === 'object' && value !== null && 'type' in value

/** Seconds from the frame that says the worker has its pool to the first draw, at the speed a page starts with. */
function firstDrawSeconds(address: string, stream: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}${stream}`)
    let ready: number | undefined
    socket.on('error', reject)
    socket.on('message', (data) => {
      const message: unknown = JSON.parse(data.toString())
      if (!isMessage(message)) return
      if (message.type === 'started' || (message.type === 'snapshot' && message.started)) ready ??= performance.now()
      if (message.type === 'draw' || (message.type === 'snapshot' && message.draws.length > 0)) {
        socket.close()
        resolve((performance.now() - (ready ?? performance.now())) / 1000)
      }
    })
  })
}

/** From the click that starts a run to its first draw on the wire, with a real server and a real socket. */
export async function serverFigures(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ee-sim-bench-'))
  const server = await startServer(loadConfig({ PORT: '0', LOG_LEVEL: 'silent', EE_SIM_DATA_DIR: dataDir }))
  try {
    const response = await fetch(`${server.address}/api/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenarioId: 'baseline-2026' }),
    })
    const created: { stream: string } = await response.json()
    return [
      atMost(
        'first draw after the worker has its pool',
        await firstDrawSeconds(server.address, created.stream),
        's',
        1.5,
      ),
    ]
  } finally {
    await server.close()
  }
}
