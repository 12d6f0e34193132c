import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Day } from '../../../shared/lib/day.ts'
import type { ActionMonths } from '../../../shared/schema/chance.ts'
import type { AnswerId, Answers } from './answers/answerIds.ts'
import { changeAnswer } from './answers/changeAnswer.ts'
import { keptAnswers } from './answers/keptAnswers.ts'
import { answersInHash, hashOf } from './answers/link.ts'
import { planMonths, withPlanMonths } from './answers/planMonths.ts'
import type { Problem } from './answers/problem.ts'
import { type Reading, readAnswers } from './answers/readAnswers.ts'

export interface ChanceForm {
  answers: Answers
  /** What the answers say now. */
  reading: Reading
  /** What they said when they were last handed in without a mistake; null before. */
  result: Reading | null
  /** Whether answers have changed since. */
  isStale: boolean
  /** Mistakes of the last time the form was handed in that are still there. */
  problems: readonly Problem[]
  /** How often the form was handed in, and how often without a mistake. */
  attempt: number
  successes: number
  /** The address holds answers that cannot be read. */
  isLinkBroken: boolean
  change(id: AnswerId, answer: string): void
  submit(): void
  /** Other answers, or none: those of a link leave the address, or a reload would bring them back. */
  load(answers: Answers): void
  makeLink(): void
  /** Months of actions that the reader changed; they are kept with the answers, and say nothing of the profile. */
  months: ActionMonths
  changeMonths(months: ActionMonths): void
}

/** Fields with an answer that cannot be: said as soon as somebody else's answers are opened. Open ones wait for the button. */
const wrongIn = (answers: Answers, today: Day): ReadonlySet<string> =>
  new Set(readAnswers(answers, today).problems.flatMap(({ id, key }) => (key === 'missing' ? [] : [id])))

/** The answers, kept in memory only, and in the address when the reader makes a link. */
export function useChanceForm(today: Day): ChanceForm {
  const { hash, search } = useLocation()
  const navigate = useNavigate()
  const linked = answersInHash(hash)
  const [before] = useState(() => keptAnswers.read(hash))
  const [answers, setAnswers] = useState<Answers>(before?.answers ?? linked ?? {})
  const [submitted, setSubmitted] = useState<Answers | null>(before ? before.submitted : (linked ?? null))
  const [attempt, setAttempt] = useState(0)
  const [successes, setSuccesses] = useState(0)
  const [mistaken, setMistaken] = useState<ReadonlySet<string>>(() => wrongIn(linked ?? {}, today))
  const knownHash = useRef(hash)
  const reading = useMemo(() => readAnswers(answers, today), [answers, today])
  const result = useMemo(() => submitted && readAnswers(submitted, today), [submitted, today])

  const show = (next: Answers) => {
    setAnswers(next)
    setSubmitted(next)
    setMistaken(wrongIn(next, today))
  }
  useEffect(() => keptAnswers.write({ answers, submitted, hash }), [answers, submitted, hash])
  // A link opened while the page is there.
  useEffect(() => {
    if (hash === knownHash.current) return
    knownHash.current = hash
    const opened = answersInHash(hash)
    if (opened) show(opened)
  })
  const writeHash = (next: string) => {
    knownHash.current = next
    navigate({ search, hash: next }, { replace: true, preventScrollReset: true })
  }
  return {
    answers,
    reading,
    result: result?.profile ? result : null,
    isStale: submitted !== answers,
    problems: reading.problems.filter(({ id }) => mistaken.has(id)),
    attempt,
    successes,
    isLinkBroken: linked === null,
    change: (id, answer) => setAnswers((current) => changeAnswer(current, id, answer)),
    submit: () => {
      setAttempt(attempt + 1)
      setMistaken(new Set(reading.problems.map(({ id }) => id)))
      if (!reading.profile) return
      setSubmitted(answers)
      setSuccesses(successes + 1)
    },
    load: (next) => {
      show(next)
      writeHash('')
    },
    makeLink: () => writeHash(hashOf(answers)),
    months: planMonths(answers),
    changeMonths(months) {
      const next = withPlanMonths(answers, months)
      setAnswers(next)
      // The result still is that of the answers it was.
      setSubmitted(submitted === answers ? next : submitted)
    },
  }
}
