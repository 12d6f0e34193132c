import websocket from '@fastify/websocket'
import type { FastifyInstance } from 'fastify'

/** Commands are short; a longer message closes the socket with 1009. */
const MESSAGE_BYTES = 4096
/** A broken socket is given this long to say goodbye. */
const CLOSE_MS = 500

/** `beforeClose` says goodbye to all readers; only then are the sockets that stay open cut. */
export async function openWebsockets(app: FastifyInstance, beforeClose: () => Promise<void>): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: MESSAGE_BYTES, perMessageDeflate: false },
    errorHandler: (error, socket, request) => {
      request.log.debug(error)
      setTimeout(() => socket.terminate(), CLOSE_MS).unref()
    },
    async preClose() {
      await beforeClose()
    },
  })
}
