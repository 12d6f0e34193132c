import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { engineVersion } from '../../shared/lib/version.ts'

/** `/api/openapi.json` from the schemas of the routes, and a page to read and try it at `/api/docs`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Express Entry simulator',
        version: engineVersion,
        description:
          'Scores, programs, published draws and simulated runs. Synthetic data; not advice. ' +
          'A run is read along at its `stream`, a websocket: see docs/protocol.md.',
      },
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
