import type { Bilingual } from '../schema/common.ts'
import { REFORM_SCHEMA_VERSION, type Reform } from '../schema/reform.ts'
import type { RulePatch } from '../schema/scenario.ts'
import file from './presets.json'
import { readReform } from './read.ts'

/** A reform to start from, in both languages. */
export interface ReformPreset {
  id: string
  base: string
  title: Bilingual
  reason: Bilingual
  patches: RulePatch[]
}

export const reformPresets: readonly ReformPreset[] = file.presets

/** The reform of a preset with the texts of one language. */
export const reformOfPreset = ({ base, title, reason, patches }: ReformPreset, language: keyof Bilingual): Reform =>
  readReform({ schemaVersion: REFORM_SCHEMA_VERSION, title: title[language], reason: reason[language], base, patches })

/** A reform that changes nothing of its base. */
export const unchangedReform = (base: string): Reform => ({
  schemaVersion: REFORM_SCHEMA_VERSION,
  title: '',
  reason: '',
  base,
  patches: [],
})
