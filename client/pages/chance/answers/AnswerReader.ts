import { addMonths, completedYears, type Day, formatDay, parseDay } from '../../../../shared/lib/day.ts'
import work from '../../../../shared/profile/work.json'
import type { AnswerId, Answers, YearsSlot } from './answerIds.ts'
import { yesNo } from './choices.ts'
import { readDate, readWhole } from './fieldText.ts'
import type { Problem, ProblemKey } from './problem.ts'

const OLDEST = 120
const LAST_MONTH = 11
/** Work further back counts for nothing. */
const mostYears = work.lookBackYears

/** Reads answers one by one into values and keeps what is wrong with them. A refused answer reads as its neutral value. */
export class AnswerReader {
  readonly problems: Problem[] = []
  readonly answers: Answers
  readonly today: Day

  constructor(answers: Answers, today: Day) {
    this.answers = answers
    this.today = today
  }

  text(id: AnswerId): string {
    return (this.answers[id] ?? '').trim()
  }

  isEmpty(id: AnswerId): boolean {
    return this.text(id) === ''
  }

  refuse(id: AnswerId, key: ProblemKey, values?: Problem['values']): undefined {
    this.problems.push({ id, key, ...(values && { values }) })
  }

  choice<Choice extends string>(id: AnswerId, choices: readonly Choice[]): Choice | undefined {
    const chosen = choices.find((choice) => choice === this.answers[id])
    return chosen ?? this.refuse(id, 'missing')
  }

  optionalChoice<Choice extends string>(id: AnswerId, choices: readonly Choice[]): Choice | undefined {
    return this.isEmpty(id) ? undefined : this.choice(id, choices)
  }

  isYes(id: AnswerId): boolean {
    return this.choice(id, yesNo) === 'yes'
  }

  optionalYes(id: AnswerId): boolean | undefined {
    return this.isEmpty(id) ? undefined : this.isYes(id)
  }

  date(id: AnswerId): string | undefined {
    return this.isEmpty(id) ? this.refuse(id, 'missing') : this.optionalDate(id)
  }

  optionalDate(id: AnswerId): string | undefined {
    if (this.isEmpty(id)) return undefined
    return readDate(this.text(id)) ?? this.refuse(id, 'date')
  }

  /** A date that something has already happened on, in the life of somebody of the stated age. */
  pastDate(id: AnswerId, date: string | undefined): string | undefined {
    if (date === undefined) return undefined
    if (date > formatDay(this.today)) return this.refuse(id, 'dateFuture', { date })
    const age = readWhole(this.text('age'))
    const isBornLater = age !== undefined && age <= OLDEST && parseDay(date) < addMonths(this.today, -12 * (age + 1))
    return isBornLater ? this.refuse(id, 'bornLater', { date, age }) : date
  }

  /** A whole number within bounds. */
  whole(id: AnswerId, least: number, most: number): number | undefined {
    if (this.isEmpty(id)) return this.refuse(id, 'missing')
    const value = readWhole(this.text(id))
    if (value !== undefined && value >= least && value <= most) return value
    return this.refuse(id, 'whole', { least, most })
  }

  /** Completed years, or a birth date that gives them. */
  age(id: AnswerId): { age: number; birthDate?: string } | undefined {
    const text = this.text(id)
    if (text === '') return this.refuse(id, 'missing')
    const years = readWhole(text)
    if (years !== undefined && years <= OLDEST) return { age: years }
    const birthDate = readDate(text)
    if (birthDate === undefined) return this.refuse(id, 'age', { most: OLDEST })
    const birthDay = parseDay(birthDate)
    return birthDay > this.today
      ? this.refuse(id, 'birthFuture', { date: birthDate })
      : { age: completedYears(birthDay, this.today), birthDate }
  }

  /** Years of work in the last ten, months as a fraction. */
  years(slot: YearsSlot): number {
    const [yearsId, monthsId] = [`${slot}.years`, `${slot}.months`] as const
    if (this.isEmpty(yearsId) && this.isEmpty(monthsId)) this.refuse(yearsId, 'missing')
    const years = this.isEmpty(yearsId) ? 0 : readWhole(this.text(yearsId))
    const months = this.isEmpty(monthsId) ? 0 : readWhole(this.text(monthsId))
    const hasYears = years !== undefined && years <= mostYears
    const hasMonths = months !== undefined && months <= LAST_MONTH
    if (!hasYears) this.refuse(yearsId, 'years', { most: mostYears })
    if (!hasMonths) this.refuse(monthsId, 'months', { most: LAST_MONTH })
    if (!hasYears || !hasMonths) return 0
    return years + months / 12
  }
}
