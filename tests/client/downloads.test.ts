import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datum, endsOf, intervalColumns } from '../../client/charts/tableData.ts'
import { type ChartTexts, chartSvg } from '../../client/downloads/chartSvg.ts'
import { citationOf } from '../../client/downloads/citation.ts'
import { plainColour } from '../../client/downloads/plainColour.ts'
import { runDrawsCsv, runJson } from '../../client/downloads/runFiles.ts'
import { fileName } from '../../client/downloads/saveFile.ts'
import { svgNode } from '../../client/downloads/svgNodes.ts'
import { tableCsv } from '../../client/downloads/tableCsv.ts'
import { textLines } from '../../client/downloads/textLines.ts'
import { emptyRunView } from '../../client/engine/runView.ts'
import { formatsOf } from '../../client/i18n/format.ts'
import { wordsIn } from '../../client/i18n/words.ts'
import { publishedDraws } from '../../shared/draws/history.ts'
import { provenanceOf } from '../../shared/simulation/provenance.ts'
import { testScenario } from '../helpers/testScenario.ts'
import { drawEvent } from './fixtures.ts'

const letters = (text: string) => text.length

describe('the data of a table as CSV', () => {
  const { integer, percent, shortDate } = formatsOf('fr')
  const { t } = wordsIn('fr')
  const table = {
    columns: [
      { key: 'date', label: 'Date' },
      { key: 'people', label: 'Personnes, en tout', numeric: true },
      { key: 'share', label: 'Part' },
      { key: 'range', label: 'Intervalle', only: 'page' as const },
      ...intervalColumns('share', 'Intervalle', t),
      { key: 'note', label: 'Note' },
    ],
    rows: [
      {
        key: 'one',
        cells: [
          datum('2026-01-07', shortDate('2026-01-07')),
          datum(1234567, integer(1234567)),
          datum(0.4217, percent(0.4217)),
          '40–44 %',
          ...endsOf(0.4, 0.44),
          'dit « oui », "non"',
        ],
      },
      { key: 'two', cells: ['', datum(null, 'personne'), datum(0, '0'), '', ...endsOf(null, null), null] },
    ],
  }

  it('begins with a BOM and the headings of the page, and holds plain values', () => {
    expect(tableCsv(table, 'label')).toBe(
      '\uFEFFDate,"Personnes, en tout",Part,"Intervalle, de","Intervalle, à",Note\r\n' +
        '2026-01-07,1234567,0.4217,0.4,0.44,"dit « oui », ""non"""\r\n' +
        ',,0,,,\r\n',
    )
  })

  it('has names for programs when asked', () => {
    expect(tableCsv(table, 'key').split('\r\n')[0]).toBe('\uFEFFdate,people,share,share_low,share_high,note')
  })
})

describe('a text in a picture', () => {
  it('is broken between words, loses none, and no line with two words is too wide', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé’0-9\u00a0]{1,12}$/), { maxLength: 30 })
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = textLines(text.join(' '), width, letters)
        expect(lines.flatMap((line) => line.split(' ')).filter((word) => word !== '')).toEqual(text)
        for (const line of lines) if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('a colour of the page', () => {
  it.each([
    ['rgb(23, 98, 196)', { colour: '#1762c4', opacity: 1 }],
    ['rgba(0, 0, 0, 0.5)', { colour: '#000000', opacity: 0.5 }],
    ['color(srgb 1 0.5 0 / 0.28)', { colour: '#ff8000', opacity: 0.28 }],
    ['rgba(0, 0, 0, 0)', null],
    ['none', null],
  ])('%s', (computed, expected) => {
    expect(plainColour(computed)).toEqual(expected)
  })
})

describe('a picture as SVG', () => {
  const texts: ChartTexts = {
    heading: 'Cutoffs',
    title: 'The <b>CEC</b> & PNP cutoffs rise a long way by the end of the year, then fall',
    subtitle: 'Lowest score',
    source: 'Source: IRCC',
    citation: 'Express Entry simulator, engine 1.2.3.',
    language: 'en',
  }
  const drawn = { content: [svgNode('rect', { width: 10, height: 10, fill: undefined })], width: 500, height: 200 }
  const svg = chartSvg(texts, drawn, {
    inks: { ground: '#fff', ink: '#000', inkSoft: '#444', accent: '#00f' },
    font: 'sans-serif',
    fontFace: '',
    widthOf: (line, font) => (letters(line) * Number.parseFloat(font.split(' ')[1])) / 2,
  })

  it('holds title, unit, source and citation as text, whatever characters are in them', () => {
    const source = new XMLSerializer().serializeToString(svg)
    const written = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent)
    expect(svg.querySelector('title')?.textContent).toBe(texts.title)
    expect(source).not.toContain('<b>')
    for (const text of [texts.heading, texts.title, texts.subtitle, texts.source, texts.citation]) {
      expect(written.join(' ')).toContain(text)
    }
  })

  it('is as high as its texts and its picture, whose missing attributes stay missing', () => {
    const places = [...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('y')))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(Number(svg.getAttribute('height'))).toBeGreaterThan(Math.max(...places) + 20)
    expect(Number(svg.getAttribute('width'))).toBe(548)
    expect(svg.querySelector('g > rect')?.hasAttribute('fill')).toBe(false)
  })
})

describe('the name of a file', () => {
  it.each([
    [['baseline-2026 maple', 'Qui a été invité'], 'csv', 'baseline-2026-maple-qui-a-ete-invite.csv'],
    [['../../etc', '<x>"'], 'svg', 'etc-x.svg'],
    [['…'], 'png', 'express-entry.png'],
  ])('%j', (parts, ending, expected) => {
    expect(fileName(parts, ending)).toBe(expected)
  })
})

describe('a run as a file', () => {
  const origin = { seed: 'maple', rulesetId: '2025-03-25', snapshot: { asOf: '2025-12-14' } }
  const provenance = provenanceOf(testScenario, origin, publishedDraws)
  const view = { ...emptyRunView, draws: [drawEvent(1), drawEvent(2)] }

  it('is cited in English as by its provenance, in French in French', () => {
    const { engineVersion } = provenance
    const facts = { engineVersion, scenarioId: 'test', seed: 'maple', newestDraw: '2025-12-17', poolDate: '2025-12-14' }
    expect(citationOf(facts, wordsIn('en'))).toBe(provenance.citation)
    expect(citationOf({ ...facts, futures: 200 }, wordsIn('en'))).toContain('seed maple, 200 futures; published')
    expect(citationOf({ ...facts, futures: 1 }, wordsIn('fr'))).toContain('graine maple, 1 futur; rondes')
  })

  it('has its provenance and the draws without what belongs to the stream of messages', () => {
    const document = JSON.parse(runJson(view, provenance))
    expect(document).toMatchObject({ provenance, scenario: 'test', seed: 'maple', rulesetId: '2025-03-25' })
    expect(document.draws).toHaveLength(2)
    expect(document.draws[0]).not.toHaveProperty('type')
    expect(document.draws[0]).not.toHaveProperty('seq')
    expect(document).not.toHaveProperty('totals')
  })

  it('has its draws as CSV in the columns of the command line', () => {
    expect(runDrawsCsv(view)).toMatch(
      /^\uFEFFnumber,date,stream,size,minimumScore,cutoff,tieBreak,eligible,invited\r\n1,.*\r\n2,.*\r\n$/,
    )
  })
})
