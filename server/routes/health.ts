import { engineVersion } from '../../shared/lib/version.ts'
import { Health } from '../../shared/schema/api.ts'
import type { Services } from '../services.ts'
import type { Api } from './api.ts'

export function healthRoutes(app: Api, { runs, drawSet, store }: Services): void {
  const schema = { summary: 'Is the server well, and how much is under way?', response: { 200: Health } }
  app.get('/api/health', { schema }, () => ({
    status: 'ok' as const,
    engineVersion,
    dataUntil: drawSet.draws.at(-1)?.date ?? drawSet.source.retrieved,
    runs: { active: runs.activeCount, limit: runs.limit },
    store: store.health,
  }))
}
