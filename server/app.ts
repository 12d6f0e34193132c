import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { LogController } from 'fastify'
import type { Config } from './config.ts'
import { answerClientError, answerErrors, answerFrameworkError } from './plugins/errors.ts'
import { describeApi } from './plugins/openapi.ts'
import { secure } from './plugins/security.ts'
import { serveSite } from './plugins/site.ts'
import { validateShapes } from './plugins/validation.ts'
import { openWebsockets } from './plugins/websocket.ts'
import type { Api } from './routes/api.ts'
import { chanceRoutes } from './routes/chance.ts'
import { compareRoutes } from './routes/compare.ts'
import { drawRoutes } from './routes/draws.ts'
import { eligibilityRoutes } from './routes/eligibility.ts'
import { ensembleRoutes } from './routes/ensembles.ts'
import { healthRoutes } from './routes/health.ts'
import { instrumentRoutes } from './routes/instruments.ts'
import { rulesetRoutes } from './routes/rulesets.ts'
import { runStreamRoutes } from './routes/runStream.ts'
import { runRoutes } from './routes/runs.ts'
import { scenarioRoutes } from './routes/scenarios.ts'
import { scoreRoutes } from './routes/score.ts'
import type { Services } from './services.ts'

/**
 * The HTTP server with its routes; it does not listen yet. Closing it closes runs and ensembles.
 *
 * @param siteFolder the built client; its pages are not served when there is none
 */
export async function buildApp(config: Config, services: Services, siteFolder: string): Promise<Api> {
  const app = fastify({
    logger: { level: config.logLevel, stream: process.stderr },
    bodyLimit: config.limits.bodyBytes,
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.removeContentTypeParser('text/plain')
  answerErrors(app)
  validateShapes(app)
  await secure(app)
  await app.register(rateLimit, {
    max: config.limits.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: ({ url }) => !url.startsWith('/api/'),
  })
  await describeApi(app)
  await openWebsockets(app, async () => {
    const { runs, ensembles, comparisons, instruments, futures } = services
    await Promise.all([runs, ensembles, comparisons, instruments, futures].map((service) => service.close()))
  })
  for (const routes of [
    healthRoutes,
    rulesetRoutes,
    scoreRoutes,
    eligibilityRoutes,
    chanceRoutes,
    drawRoutes,
    scenarioRoutes,
    runRoutes,
    runStreamRoutes,
    ensembleRoutes,
    compareRoutes,
    instrumentRoutes,
  ]) {
    routes(app, services)
  }
  await serveSite(app, siteFolder)
  return app
}
