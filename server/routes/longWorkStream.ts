import { refuse } from '../../shared/lib/errors.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { ReaderSocket } from '../runtime/reader.ts'
import type { Services } from '../services.ts'
import { type Api, ById } from './api.ts'

interface Followed {
  join(socket: ReaderSocket): void
}

/** The websockets of ensembles, comparisons and instruments; see docs/protocol.md. */
export function longWorkStreamRoutes(app: Api, { ensembles, comparisons, instruments }: Services): void {
  const streams: { url: string; name: string; find(id: string): Followed | undefined }[] = [
    { url: '/api/ensembles/:id/stream', name: 'ensemble', find: (id) => ensembles.find(id) },
    { url: '/api/compare/:id/stream', name: 'comparison', find: (id) => comparisons.find(id) },
    { url: '/api/instruments/:id/stream', name: 'instrument', find: (id) => instruments.find(id) },
  ]
  for (const { url, name, find } of streams) {
    app.route<{ Params: { id: string } }>({
      method: 'GET',
      url,
      schema: { hide: true, params: ById },
      handler: () => {
        throw refuse('EE_NOT_FOUND', '$', 'this address is a websocket; connect to it with ws://')
      },
      wsHandler: (socket, { params: { id } }) => {
        const followed = find(id)
        if (followed) followed.join(socket)
        else socket.close(closeCodes.runGone, `there is no such ${name}`)
      },
    })
  }
}
