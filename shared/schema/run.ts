/** `preparing` = the worker is generating its pool; the last three are final. */
export const runStatuses = ['preparing', 'running', 'paused', 'finished', 'failed', 'cancelled'] as const
export type RunStatus = (typeof runStatuses)[number]

/** Simulated days a second; the range the server accepts. */
export const speedRange = { minimum: 0.5, maximum: 400, initial: 8 } as const
