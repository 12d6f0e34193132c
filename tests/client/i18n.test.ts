import { describe, expect, it } from 'vitest'
import { en as aboutEn } from '../../client/i18n/about/en.ts'
import { fr as aboutFr } from '../../client/i18n/about/fr.ts'
import { en as chanceEn } from '../../client/i18n/chance/en.ts'
import { fr as chanceFr } from '../../client/i18n/chance/fr.ts'
import { en as chancePanelEn } from '../../client/i18n/chancePanel/en.ts'
import { fr as chancePanelFr } from '../../client/i18n/chancePanel/fr.ts'
import { en } from '../../client/i18n/en.ts'
import { en as ensembleEn } from '../../client/i18n/ensemble/en.ts'
import { fr as ensembleFr } from '../../client/i18n/ensemble/fr.ts'
import { en as fitEn } from '../../client/i18n/fit/en.ts'
import { fr as fitFr } from '../../client/i18n/fit/fr.ts'
import { en as forecastEn } from '../../client/i18n/forecast/en.ts'
import { fr as forecastFr } from '../../client/i18n/forecast/fr.ts'
import { formatsOf } from '../../client/i18n/format.ts'
import { fr } from '../../client/i18n/fr.ts'
import { en as labEn } from '../../client/i18n/lab/en.ts'
import { fr as labFr } from '../../client/i18n/lab/fr.ts'
import { chooseLanguage } from '../../client/i18n/language.ts'
import { en as recordEn } from '../../client/i18n/record/en.ts'
import { fr as recordFr } from '../../client/i18n/record/fr.ts'
import { en as reformEn } from '../../client/i18n/reform/en.ts'
import { fr as reformFr } from '../../client/i18n/reform/fr.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { everyStream } from './fixtures.ts'

/** Every text with its path, `live.dayOf`. */
function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  )
}

const english = new Map(
  texts({
    ...en,
    about: aboutEn,
    chance: chanceEn,
    chancePanel: chancePanelEn,
    ensemble: ensembleEn,
    fit: fitEn,
    forecast: forecastEn,
    lab: labEn,
    record: recordEn,
    reform: reformEn,
  }),
)
const french = new Map(
  texts({
    ...fr,
    about: aboutFr,
    chance: chanceFr,
    chancePanel: chancePanelFr,
    ensemble: ensembleFr,
    fit: fitFr,
    forecast: forecastFr,
    lab: labFr,
    record: recordFr,
    reform: reformFr,
  }),
)
const variables = (text = ''): string[] => [...text.matchAll(/{{(\w+)/g)].map((match) => match[1]).sort()

describe('English and French', () => {
  it('have the same texts, French with its third plural besides', () => {
    const withMany = [...english.keys()].flatMap((key) =>
      key.endsWith('_other') ? [key, key.replace(/_other$/, '_many')] : [key],
    )
    expect([...french.keys()].sort()).toEqual(withMany.sort())
  })

  it('leave nothing empty', () => {
    expect([...english, ...french].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('fill in the same values; only a singular may say « one » instead of the figure', () => {
    const filledIn = (key: string, text = '') =>
      [...new Set(variables(text))].filter((name) => !(key.endsWith('_one') && name === 'count'))
    const different = [...french].filter(([key, text]) => {
      const twin = english.get(key.replace(/_many$/, '_other'))
      return filledIn(key, text).join() !== filledIn(key, twin).join()
    })
    expect(different).toEqual([])
  })

  it.each([
    ['a colon without a no-break space before it', french, /[^\u00a0]:(?!\/\/)/],
    ['a space before ; ? or !', french, /\s[;?!]/],
    ['a straight apostrophe in French', french, /'/],
    ['a straight apostrophe in English', english, /'/],
    ['an ellipsis apart from its word in French', french, /\s…|\.\.\./],
  ])('do not have %s', (_flaw, all, flaw) => {
    expect([...all].filter(([, text]) => flaw.test(text))).toEqual([])
  })

  it('use the terms of Immigration, Refugees and Citizenship Canada', () => {
    expect(everyStream.map((stream) => fr.stream[stream])).toEqual(
      expect.arrayContaining(['CEC', 'TQF', 'TMS', 'PCP', 'Français']),
    )
    expect(fr.app.name).toContain('Entrée express')
    expect(fr.column.cutoff).toBe('Note minimale')
    expect(fr.column.tieBreak).toBe('Règle de départage')
    expect(fr.trend.subtitle).toContain('SCG')
  })
})

describe('plurals', () => {
  const speed = (language: 'en' | 'fr', count: number) =>
    wordsIn(language)
      .t('controls.speedValue', { count })
      .replace(/[\u00a0\u202f]/g, ' ')

  it('follow each language', () => {
    expect(speed('en', 1)).toBe('1 day a second')
    expect(speed('en', 0.5)).toBe('0.5 days a second')
    expect(speed('fr', 0.5)).toBe('0,5 jour par seconde')
    expect(speed('fr', 1)).toBe('1 jour par seconde')
    expect(speed('fr', 400)).toBe('400 jours par seconde')
  })
})

describe('numbers and dates', () => {
  const english = formatsOf('en')
  const french = formatsOf('fr')

  it('are written as Canadians write them', () => {
    expect(english.date('2025-12-17')).toBe('December 17, 2025')
    expect(french.date('2025-12-17')).toBe('17 décembre 2025')
    expect(english.shortDate('2025-12-17')).toBe('Dec 17, 2025')
    expect(french.month('2025-12-17')).toBe('déc. 2025')
    expect(english.integer(237_302)).toBe('237,302')
    expect(french.integer(237_302)).toBe('237\u00a0302')
    expect(french.percent(0.35)).toBe('35\u00a0%')
  })

  it('are civil dates: the same day in every time zone', () => {
    const zone = process.env.TZ
    try {
      for (const tz of ['Pacific/Honolulu', 'Asia/Tokyo']) {
        process.env.TZ = tz
        expect(formatsOf('en').date('2026-01-01')).toBe('January 1, 2026')
      }
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('write instants in UTC to the second', () => {
    expect(english.instant('2025-08-24T23:43:02Z')).toBe('2025-08-24 23:43:02')
  })

  it('do not round a few to nobody, nor nearly all to all', () => {
    expect(english.percent(0.001)).toBe('1%')
    expect(english.percent(0.999)).toBe('99%')
    expect(english.percent(0)).toBe('0%')
    expect(english.percent(1)).toBe('100%')
  })
})

describe('the language of the page', () => {
  it('is that of the address, then of an earlier choice, then of the browser, else English', () => {
    expect(chooseLanguage('fr', 'en', ['en-US'])).toBe('fr')
    expect(chooseLanguage(null, 'fr', ['en-US'])).toBe('fr')
    expect(chooseLanguage(null, null, ['de-DE', 'fr-CA', 'en'])).toBe('fr')
    expect(chooseLanguage(null, 'klingon', ['de-DE'])).toBe('en')
  })
})
