// `npm run record`: builds what is stale, does the backtest and writes the public record (server/record/main.ts).
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './build.js'

await ensureBuilt()
await import(pathToFileURL(join(root, 'dist', 'server', 'record.js')).href)
