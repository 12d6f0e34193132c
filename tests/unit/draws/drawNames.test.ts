import { describe, expect, it } from 'vitest'
import { streamOfName } from '../../../shared/draws/drawNames.ts'
import { publishedDraws } from '../../../shared/draws/history.ts'

describe('names of draws', () => {
  it('means the stream on record for every draw ever published', () => {
    expect(publishedDraws.map(({ name }) => streamOfName(name))).toEqual(publishedDraws.map(({ stream }) => stream))
  })

  it.each([
    ['French-Language proficiency 2026-Version 2', 'french'],
    ['Physicians with Canadian Work Experience, 2026-Version 1', 'physicians'],
    ['Healthcare and Social Services Occupations, 2026-Version 3', 'healthcare'],
    ['Trades Occupations, 2026-Version 3', 'trades'],
    ['Transport Occupations, 2026-Version 2', 'transport'],
    ['Senior managers with Canadian Work Experience, 2026-Version 1', 'senior-managers'],
    ['Skilled Military Recruits, 2026-Version 1', 'military'],
    ['Researchers with Canadian work experience (Version 9)', 'researchers'],
    ['STEM OCCUPATIONS, 2027-VERSION 12', 'stem'],
    ['Science, technology, engineering and math (STEM) occupations', 'stem'],
    ['Federal Skilled Worker', 'fsw'],
    ['Federal Skilled Trades', 'fst'],
    ['Candidats des provinces', 'pnp'],
    ['Programme des candidats des provinces', 'pnp'],
    ["Catégorie de l'expérience canadienne", 'cec'],
    ['Travailleurs qualifiés (fédéral)', 'fsw'],
    ['Travailleurs de métiers spécialisés (fédéral)', 'fst'],
    ['Aucun programme spécifié', 'general'],
    ['Compétence linguistique en français (Version 1)', 'french'],
    ['Professions dans le domaine des soins de santé et des services sociaux (Version 2)', 'healthcare'],
    ['Professions liées aux métiers (Version 1)', 'trades'],
    ['Professions en éducation, 2026-Version 2', 'education'],
    ['Médecins ayant une expérience de travail au Canada, 2026-Version 1', 'physicians'],
  ])('%s -> %s', (name, stream) => expect(streamOfName(name)).toBe(stream))

  it.each([
    '',
    'Astronauts',
    'French dentists',
    'Healthcare and education occupations',
    'Provincial',
    'Version 1',
    'Métiers spécialisés',
  ])('%j is not guessed', (name) => expect(streamOfName(name)).toBeUndefined())
})
