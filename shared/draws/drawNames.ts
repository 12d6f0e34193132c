import type { Stream } from '../schema/common.ts'

/** Words without a meaning of their own in the name of a draw, in both languages. */
const fillers = new Set(
  'a and au aux ayant class categorie d dans de des domaine du en et for in l la le les liees of program programme round the un une with'.split(
    ' ',
  ),
)

/** "Version 1", "2026-Version 2", "v3" and brackets around it. */
const versionSuffix = /[\s,(–-]*(?:\b20\d\d)?[\s–-]*\b(?:version|v)\s*\d+\)?\s*$/

/** What is left of a name once accents, case, punctuation, version and fillers are gone: "healthcare social services occupation". */
function essence(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(versionSuffix, '')
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !fillers.has(word))
  return words.map((word) => (/^(occupation|profession)s?$/.test(word) ? 'occupation' : word)).join(' ')
}

const inCanada = '(?: canadian work experience| experience (?:travail )?(?:canadienne|canada))?'
const stemWords = 'sciences? technolog(?:y|ies?) (?:engineering|genie|ingenierie) math(?:s|ematics|ematiques)?'

/** The whole essence of a name, by stream. "(o)" stands for "occupation", with or without. */
const meanings: Record<Stream, readonly string[]> = {
  general: ['general', 'generale', 'no specified', 'aucun (?:specifie|precise)', 'all programs', 'tous programmes'],
  cec: ['canadian experience', 'experience canadienne', 'cec'],
  fsw: ['federal skilled workers?', 'travailleurs qualifies(?: federa(?:l|ux))?', 'fswp?', 'tqf'],
  fst: ['federal skilled trades?', 'travailleurs metiers specialises(?: federa(?:l|ux))?', 'fstp?', 'tms'],
  pnp: ['provincial nominees?', 'candidats (?:provinces?|provinciaux)', 'pnp', 'pcp'],
  french: [
    'french(?: language)?(?: proficiency)?',
    '(?:competences?|maitrise|connaissance)(?: linguistiques?)?(?: langue)? francaise?',
    'francophones?',
  ],
  healthcare: ['(o)health ?care(?: social services?)?(o)', '(o)(?:soins )?sante(?: services sociaux)?'],
  stem: [`(o)(?:stem|stim)(o)`, `(o)${stemWords}(?: stem| stim)?(o)`],
  trades: ['(?:skilled )?trades?(o)', 'occupation metiers(?: specialises)?', 'metiers'],
  transport: ['(o)transport(?:ation)?s?(o)'],
  agriculture: ['(o)agriculture(?: agri ?food)?(o)', '(o)(?:secteur )?agriculture agro ?alimentaires?'],
  education: ['(o)education(o)', '(o)enseignement'],
  physicians: [`(?:physicians|medecins)${inCanada}`],
  'senior-managers': [`(?:senior managers|cadres superieurs|hauts dirigeants)${inCanada}`],
  researchers: [`(?:researchers|chercheurs)${inCanada}`],
  military: ['(?:skilled )?military recruits', 'recrues militaires(?: (?:qualifiees|specialisees))?'],
}

const patterns = Object.entries(meanings).map(([stream, spellings]): [Stream, RegExp] => {
  const alternatives = spellings.map((spelling) =>
    spelling.replace(/^\(o\)/, '(?:occupation )?').replace(/\(o\)$/, '(?: occupation)?'),
  )
  return [stream as Stream, new RegExp(`^(?:${alternatives.join('|')})$`)]
})

/**
 * The stream a draw's published name means, in English or French, whatever its version, case and punctuation.
 * Undefined when any word of it is not understood: a name is never matched in part.
 *
 * @example streamOfName('French-Language proficiency 2026-Version 2') // 'french'
 */
export function streamOfName(name: string): Stream | undefined {
  const words = essence(name)
  return patterns.find(([, pattern]) => pattern.test(words))?.[0]
}
