import Type, { type TSchema } from 'typebox'
import { type InputError, refuse } from '../../shared/lib/errors.ts'
import type { ReaderSocket } from '../runtime/reader.ts'
import { type Api, ById, refusals } from './api.ts'
import { found, type Places } from './joining.ts'

/** An ensemble, a comparison or an instrument, under way or ended. */
interface LongWork {
  readonly info: object
  readonly result: unknown
  /** Notes that somebody asked for it. */
  touch(): void
  join(socket: ReaderSocket): void
}

export interface LongWorkPlaces<Item extends LongWork> extends Places<Item> {
  remove(id: string): Promise<boolean>
}

export interface LongWorkRoutes<Item extends LongWork> {
  /** Where they are: `/api/compare`. */
  path: string
  /** What one is called: `comparison`. */
  name: string
  works: LongWorkPlaces<Item>
  /** How one is told of. */
  answer: TSchema
}

const noSuch = (name: string, id: string): InputError =>
  refuse('EE_NOT_FOUND', '$', `there is no ${name} ${id.slice(0, 60)}`)

/**
 * One of an id; notes that somebody asked for it.
 *
 * @throws InputError EE_NOT_FOUND; EE_STORE
 */
export async function workOf<Item extends LongWork>(
  { works, name }: Pick<LongWorkRoutes<Item>, 'works' | 'name'>,
  id: string,
): Promise<Item> {
  const work = await works.find(id)
  if (!work) throw noSuch(name, id)
  work.touch()
  return work
}

/** What everything that takes long has in common: it is read, ended, and followed on a websocket (docs/protocol.md). */
export function longWorkRoutes<Item extends LongWork>(app: Api, routes: LongWorkRoutes<Item>): void {
  const { path, name, works, answer } = routes
  const oneSchema = {
    summary: `How one ${name} stands, and what it says so far`,
    description: '`result` is partial while it runs, and null before there is anything to say.',
    params: ById,
    response: { 200: answer, ...refusals(404, 503) },
  }
  app.get(`${path}/:id`, { schema: oneSchema }, async ({ params: { id } }) => {
    const { info, result } = await workOf(routes, id)
    return { ...info, result }
  })

  const removeSchema = {
    summary: `End and forget one ${name}`,
    params: ById,
    response: { 204: Type.Null(), ...refusals(404, 503) },
  }
  app.delete(`${path}/:id`, { schema: removeSchema }, async ({ params: { id } }, reply) => {
    if (!(await works.remove(id))) throw noSuch(name, id)
    reply.code(204)
    return null
  })

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: `${path}/:id/stream`,
    schema: { hide: true, params: ById },
    handler: () => {
      throw refuse('EE_NOT_FOUND', '$', 'this address is a websocket; connect to it with ws://')
    },
    wsHandler: async (socket, { params: { id } }) => {
      const work = await found(socket, works, id)
      work?.join(socket)
    },
  })
}
