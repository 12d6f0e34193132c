import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { notFound } from './errors.ts'

const YEAR_SECONDS = 31_536_000

/** Vite names the files in assets/ by their content, so they never change; every other file may. */
const cacheFor = (file: string): string =>
  file.includes(`${sep}assets${sep}`) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache'

/** An address somebody may have typed or linked, not a file or the interface for programs. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0]
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)/.test(path) && !/\.[^/]*$/.test(path)
}

/** Serves the built client; every page address gives index.html, everything else unknown is a 404. */
export async function serveSite(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, file) => {
        reply.setHeader('Cache-Control', cacheFor(file))
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isBuilt || !isPage(request)) throw notFound(request)
    return reply.sendFile('index.html')
  })
}
