import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

export interface StaticHost {
  /** `http://127.0.0.1:41233/some/path/` */
  address: string
  /** Paths that were asked for and are not there. */
  missing: string[]
  close(): Promise<void>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the files of a folder below a path and nothing else, like any static host: a folder's address gets a slash and its index.html. */
export async function startStaticHost(folder: string, below: string): Promise<StaticHost> {
  const missing: string[] = []
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.startsWith(below) ? join(folder, pathname.slice(below.length)) : ''
    const isFolder = `${pathname}/` === below || (existsSync(path) && statSync(path).isDirectory())
    if (isFolder && !pathname.endsWith('/')) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end()
    } else if (!existsSync(path)) {
      missing.push(pathname)
      response.writeHead(404).end()
    } else {
      const file = isFolder ? join(path, 'index.html') : path
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
      response.end(readFileSync(file))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${below}`,
    missing,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
