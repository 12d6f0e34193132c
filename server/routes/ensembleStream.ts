import { refuse } from '../../shared/lib/errors.ts'
import type { Services } from '../services.ts'
import { type Api, ById } from './api.ts'
import { found } from './joining.ts'

/** `GET /api/ensembles/:id/stream`, the websocket of an ensemble; see docs/protocol.md. */
export function ensembleStreamRoutes(app: Api, { ensembles }: Services): void {
  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/api/ensembles/:id/stream',
    schema: { hide: true, params: ById },
    handler: () => {
      throw refuse('EE_NOT_FOUND', '$', 'this address is a websocket; connect to it with ws://')
    },
    wsHandler: async (socket, { params: { id } }) => {
      const ensemble = await found(socket, ensembles, id)
      ensemble?.join(socket)
    },
  })
}
