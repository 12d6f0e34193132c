import type { en } from '../../../i18n/lab/en.ts'
import type { Path } from '../state/json.ts'
import { rowTable } from './rowTable.ts'
import { scenarioLeaves } from './schemaNode.ts'

/** The parts of the editor, each with the members of a scenario that stand in it. */
export const sections = {
  about: ['title', 'question', 'sources', 'id', 'seed', 'schemaVersion'],
  start: ['asOf', 'horizonDays', 'population'],
  rules: ['rules'],
  schedule: ['schedule'],
  arrivals: ['arrivals'],
  attrition: ['attrition'],
  lifeEvents: ['lifeEvents'],
  invitations: ['invitations'],
  uncertainty: ['uncertainty'],
} as const satisfies Record<keyof typeof en.section, readonly string[]>

export type SectionName = keyof typeof sections
export const sectionNames = Object.keys(sections) as SectionName[]

/** Places of the fields of a member of a scenario that stand in no list and no table. */
export const fieldsOfMember = (member: string): Path[] =>
  [...scenarioLeaves.keys()]
    .map((name) => name.split('.'))
    .filter(
      ([first, ...rest]) => first === member && ![first, ...rest].some((part) => part === '*' || part.endsWith('[]')),
    )

/** Places of the lists of a member of a scenario, in the order in which they are offered. */
export const listsOfMember = (member: string): Path[] =>
  Object.keys(rowTable)
    .filter((name) => !name.includes('[]'))
    .map((name) => name.split('.'))
    .filter(([first]) => first === member)
