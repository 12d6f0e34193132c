import { refuse } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { Services } from '../services.ts'
import { type Api, ById } from './api.ts'
import { found } from './joining.ts'

interface StreamRequest {
  Params: { id: string }
  Querystring: { from?: string | string[] }
}

/** `GET /api/runs/:id/stream?from=SEQ`, the websocket of a run; see docs/protocol.md. */
export function runStreamRoutes(app: Api, { runs }: Services): void {
  app.route<StreamRequest>({
    method: 'GET',
    url: '/api/runs/:id/stream',
    schema: { hide: true, params: ById },
    handler: () => {
      throw refuse('EE_NOT_FOUND', '$', 'this address is a websocket; connect to it with ws://')
    },
    wsHandler: async (socket, { params: { id }, query: { from } }) => {
      const run = await found(socket, runs, id)
      if (!run) return
      if (from === undefined) run.join(socket)
      else if (typeof from === 'string' && /^\d{1,15}$/.test(from)) run.join(socket, Number(from))
      else socket.close(closeCodes.policy, 'from must be the seq of a frame, a whole number')
    },
  })
}
