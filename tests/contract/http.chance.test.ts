import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorBody } from '../../shared/schema/api.ts'
import type { ChanceAnswer } from '../../shared/schema/chance.ts'
import type { Profile } from '../../shared/schema/profile.ts'
import { readCorpus } from '../helpers/corpus.ts'
import { ask, startTestServer, type TestServer } from '../helpers/testServer.ts'

const [{ profile }] = readCorpus<{ profile: Profile }>('crs.jsonl')
let server: TestServer
const post = (body: unknown) => ask<ErrorBody>(server.address, 'POST', '/api/chance', body)

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('POST /api/chance', () => {
  it('answers at once from the futures that come with the program', async () => {
    const { status, body } = await ask<ChanceAnswer>(server.address, 'POST', '/api/chance', { profile })
    expect(status).toBe(200)
    expect(body).toMatchObject({ scenario: 'forecast', runs: 1000 })
  })

  it('answers the same to a file of the page, which has the answers of its form', async () => {
    const of = (file: object) => ask<ChanceAnswer>(server.address, 'POST', '/api/chance', { profile: file })
    const { status, body } = await of({ ...profile, formAnswers: { marital: 'common-law', 'first.test': 'levels-en' } })
    expect(status).toBe(200)
    expect(body).toEqual((await of(profile)).body)
  })

  it('says that futures are being simulated until there are enough', async () => {
    const { status, body } = await post({ profile, scenarioId: 'long-pause' })
    expect(status).toBe(503)
    expect(body.error).toMatchObject({
      code: 'EE_BUSY',
      message: expect.stringContaining('futures are simulated'),
      progress: { runsDone: 0, runs: 100, timeLeftMs: null },
    })
  })

  it('refuses a scenario it does not have, and says which there are', async () => {
    const { status, body } = await post({ profile, scenarioId: 'nowhere' })
    expect(status).toBe(404)
    expect(body.error).toMatchObject({ code: 'EE_NOT_FOUND', path: '$.scenarioId' })
    expect(body.error.message).toContain('forecast')
  })

  it('takes the age on the day that is asked about, also of a profile submitted before the last birthday', async () => {
    const submitted = { ...profile, age: 30, birthDate: '1996-03-01', submittedAt: '2026-01-05T12:00:00Z' }
    expect((await post({ profile: submitted, on: '2026-04-01' })).status).toBe(200)
    const early = await post({ profile: { ...submitted, age: 31 }, on: '2026-04-01' })
    expect([early.status, early.body.error.path]).toEqual([422, '$.profile.age'])
  })

  it('refuses months of an action that nobody knows, or that are out of their range', async () => {
    const { status, body } = await post({ profile, months: { nomination: -1, 'win-the-lottery': 2 } })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('$.months.nomination')
    expect(JSON.stringify(body)).toContain('win-the-lottery')
  })

  it('takes the partner as the applicant, and says what is wrong with either', async () => {
    const { status, body } = await post({
      profile: { ...profile, age: 200 },
      otherApplicant: { ...profile, education: 'wizard' },
    })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('$.profile.age')
    expect(JSON.stringify(body)).toContain('$.otherApplicant.education')
    expect((await post({ profile, otherApplicant: profile })).status).toBe(200)
  })

  it('refuses a profile with everything that is wrong with it', async () => {
    const { status, body } = await post({ profile: { ...profile, age: 200 }, more: true })
    expect([400, 422]).toContain(status)
    expect(JSON.stringify(body)).toContain('$.profile.age')
  })
})
