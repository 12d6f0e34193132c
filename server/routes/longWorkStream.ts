import { refuse } from '../../shared/lib/errors.ts'
import type { ReaderSocket } from '../runtime/reader.ts'
import type { Services } from '../services.ts'
import { type Api, ById } from './api.ts'
import { found, type Places } from './joining.ts'

interface Followed {
  join(socket: ReaderSocket): void
}

/** The websockets of ensembles, comparisons and instruments; see docs/protocol.md. */
export function longWorkStreamRoutes(app: Api, { ensembles, comparisons, instruments }: Services): void {
  const streams: { url: string; places: Places<Followed> }[] = [
    { url: '/api/ensembles/:id/stream', places: ensembles },
    { url: '/api/compare/:id/stream', places: comparisons },
    { url: '/api/instruments/:id/stream', places: instruments },
  ]
  for (const { url, places } of streams) {
    app.route<{ Params: { id: string } }>({
      method: 'GET',
      url,
      schema: { hide: true, params: ById },
      handler: () => {
        throw refuse('EE_NOT_FOUND', '$', 'this address is a websocket; connect to it with ws://')
      },
      wsHandler: async (socket, { params: { id } }) => {
        const followed = await found(socket, places, id)
        followed?.join(socket)
      },
    })
  }
}
