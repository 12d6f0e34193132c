// A process full of readers of one run: `node audience.mjs WS_URL READERS SILENT`. READERS read to the end; SILENT ones
// open a websocket and never read a byte of it. Prints "joined", and one line of JSON when every reader saw the end.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { WebSocket } from 'ws'

const [url, readers, silent] = process.argv.slice(2)
const { hostname, port, pathname } = new URL(url)

function read() {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    const draws = []
    socket.on('message', (content) => {
      const message = JSON.parse(content)
      if (message.type === 'snapshot') draws.push(...message.draws.map((draw) => draw.number))
      else if (message.type === 'draw') draws.push(message.number)
      else if (message.type === 'finished') resolve(draws)
    })
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)))
    socket.on('error', reject)
  })
}

const neverRead = () =>
  new Promise((resolve) => {
    const socket = connect({ port: Number(port), host: hostname })
    const key = randomBytes(16).toString('base64')
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.pause()
      resolve()
    })
    socket.write(
      `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
  })

const all = Array.from({ length: Number(readers) }, read)
await Promise.all(Array.from({ length: Number(silent) }, neverRead))
process.stdout.write('joined\n')
process.stdout.write(`${JSON.stringify(await Promise.all(all))}\n`)
process.stdin.once('end', () => process.exit(0)).resume()
