/** Why the server closes a reader's websocket. Codes below 4000 are those of RFC 6455. */
export const closeCodes = {
  /** The server is stopping. */
  goingAway: 1001,
  /** The address or a message is not as docs/protocol.md has it; coming back with the same will not help. */
  policy: 1008,
  /** Too slow a reader, or too many readers: coming back later with `from` may work. */
  tryAgainLater: 1013,
  /** There is no such run, or not any more. */
  runGone: 4404,
} as const
