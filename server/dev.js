// `npm run dev`: the pages with hot replacement, the server rebuilt and restarted when a source of it changes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build, createServer } from 'vite'
import { root } from './build.js'

const configFile = join(root, 'vite.config.ts')
let server

function restart() {
  server?.kill()
  server = spawn(process.execPath, [join(root, 'dist', 'server', 'cli.js'), 'serve'], { stdio: 'inherit' })
}

const pages = await createServer({ configFile, root: join(root, 'client') })
await pages.listen()
console.error('Pages with hot replacement:')
pages.printUrls()

const watcher = await build({ configFile, root, logLevel: 'warn', build: { ssr: true, watch: {} } })
watcher.on('event', ({ code }) => {
  if (code === 'END') restart()
})
process.once('SIGINT', async () => {
  server?.kill()
  await Promise.all([watcher.close(), pages.close()])
})
