// `npm run bench [-- --json]`: builds what is stale and runs the measurements of tests/bench/main.ts.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from '../../server/build.js'

await ensureBuilt()
await import(pathToFileURL(join(root, 'dist', 'server', 'bench.js')).href)
