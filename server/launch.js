#!/usr/bin/env node
// Entry of `npm start` and of the `ee-sim` command: builds what is missing or stale, then hands over to the bundled CLI.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './build.js'

await ensureBuilt()
// npm runs scripts in the package's folder; files named on the command line are meant from where the user stands.
if (process.env.npm_lifecycle_event === 'ee-sim' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')).href)
