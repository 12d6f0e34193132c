import { latestKnownRulesetId } from '../../../../shared/crs/ruleset.ts'
import { compiledRuleset, scoreProfile } from '../../../../shared/crs/score.ts'
import { eligibility } from '../../../../shared/eligibility/streams.ts'
import type { Day } from '../../../../shared/lib/day.ts'
import { type ProgramName, programNames } from '../../../../shared/schema/draw.ts'
import type { Profile } from '../../../../shared/schema/profile.ts'
import type { Reading } from '../answers/readAnswers.ts'

/** One way to fill in the profile, with what it gives. */
export interface Option {
  option: 'english' | 'french' | 'accompanied' | 'alone' | 'self' | 'partner'
  total: number
  programs: readonly ProgramName[]
  /** The way the form was filled in. */
  isChosen: boolean
}

export interface Choice {
  question: 'language' | 'accompanied' | 'principal'
  /** Two ways; none where the answers do not tell enough, or there is nothing to choose. */
  options: readonly Option[]
  /** Why there are none. */
  why?: 'oneLanguage' | 'noPartner' | 'partnerIsCanadian' | 'partnerUnknown' | 'partnerAgeUnknown'
}

function optionOf(option: Option['option'], profile: Profile, today: Day, isChosen: boolean): Option {
  const { programs } = eligibility(profile, today)
  return {
    option,
    total: scoreProfile(profile, compiledRuleset(latestKnownRulesetId)).total,
    programs: programNames.filter((name) => programs[name].eligible),
    isChosen,
  }
}

function languageChoice(profile: Profile, today: Day): Choice {
  const { firstLanguage, secondLanguage } = profile
  if (!secondLanguage) return { question: 'language', options: [], why: 'oneLanguage' }
  const exchanged = { ...profile, firstLanguage: secondLanguage, secondLanguage: firstLanguage }
  const isEnglishFirst = firstLanguage.language === 'en'
  const [english, french] = isEnglishFirst ? [profile, exchanged] : [exchanged, profile]
  return {
    question: 'language',
    options: [optionOf('english', english, today, isEnglishFirst), optionOf('french', french, today, !isEnglishFirst)],
  }
}

function accompaniedChoice(profile: Profile, { isPartnerKnown }: Reading, today: Day): Choice {
  const { spouse } = profile
  const question = 'accompanied'
  if (!spouse) return { question, options: [], why: 'noPartner' }
  if (spouse.citizenOrPermanentResident) return { question, options: [], why: 'partnerIsCanadian' }
  if (!isPartnerKnown) return { question, options: [], why: 'partnerUnknown' }
  const withPartner = (accompanying: boolean): Profile => ({ ...profile, spouse: { ...spouse, accompanying } })
  return {
    question,
    options: [
      optionOf('accompanied', withPartner(true), today, spouse.accompanying),
      optionOf('alone', withPartner(false), today, !spouse.accompanying),
    ],
  }
}

function principalChoice(profile: Profile, { swapped, isPartnerKnown }: Reading, today: Day): Choice {
  const question = 'principal'
  if (!profile.spouse) return { question, options: [], why: 'noPartner' }
  if (profile.spouse.citizenOrPermanentResident) return { question, options: [], why: 'partnerIsCanadian' }
  if (!swapped) return { question, options: [], why: isPartnerKnown ? 'partnerAgeUnknown' : 'partnerUnknown' }
  return {
    question,
    options: [optionOf('self', profile, today, true), optionOf('partner', swapped, today, false)],
  }
}

/** The choices a candidate has in filling in the profile, each computed both ways. */
export const choicesOf = (profile: Profile, reading: Reading, today: Day): Choice[] => [
  languageChoice(profile, today),
  accompaniedChoice(profile, reading, today),
  principalChoice(profile, reading, today),
]
