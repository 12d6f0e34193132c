import { abilities } from '../../../../shared/schema/common.ts'
import type { Words } from '../../../i18n/words.ts'
import type { AnswerId, JobPart, LanguageSlot, PlainId, YearsSlot } from '../answers/answerIds.ts'

/** What a field is called where nothing stands around it: in the summary of mistakes. */
export function labelOf(id: AnswerId, { t }: Words): string {
  const [group, part] = id.split('.')
  if (part === undefined) return t(`chance.ask.${group as PlainId}`)
  if (group.startsWith('job')) {
    return `${t('chance.job.title', { number: Number(group.slice(3)) })}, ${t(`chance.job.${part as JobPart}`)}`
  }
  if (part === 'years' || part === 'months')
    return `${t(`chance.years.${group as YearsSlot}`)} (${t(`chance.years.${part}`)})`
  const slot = group as LanguageSlot
  const ability = abilities.find((one) => one === part)
  if (ability) return `${t(`chance.test.${slot}`)} (${t(`chance.ability.${ability}`)})`
  return part === 'date' ? `${t(`chance.test.${slot}`)} (${t('chance.test.date')})` : t(`chance.test.${slot}`)
}
