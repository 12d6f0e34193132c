#!/usr/bin/env node
// Entry of `npm start` and of the `ee-sim` command: builds what is missing or stale, then hands over to the bundled CLI.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './build.js'

await ensureBuilt()
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')).href)
