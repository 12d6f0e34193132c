import type { ResultInfo, StoredResult } from './store/results.ts'

/** What lists show of what takes long, as far as its fate goes. */
export interface FatefulInfo extends ResultInfo {
  status: string
  failure: { code: string; message: string } | null
}

const interruption = {
  code: 'EE_INTERRUPTED',
  message:
    'The server ended while this was under way and has not gone on with it; its log says why. Start it again: the same ' +
    'scenario and seed give the same.',
}

/** What is to be said of something that the store has and no thread works on: if it never ended, it was interrupted. */
export const fateOf = <Info extends FatefulInfo>({ info, isUnderWay }: Omit<StoredResult<Info>, 'content'>): Info =>
  isUnderWay ? { ...info, status: 'failed', failure: interruption } : info
