import { useWords } from '../../../hooks/useWords.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { FileProblem } from '../answers/fileProblems.ts'
import { fileProblemText } from './fileProblemText.ts'

const MOST_SHOWN = 8

/** Why a file was not loaded: every mistake with its place, in the language of the page. */
export function FileRefusal({ file, problems }: { file: string; problems: readonly FileProblem[] }) {
  const words = useWords()
  const { t } = words
  const texts = problems.slice(0, MOST_SHOWN).map((problem) => fileProblemText(problem, words))
  const more = problems.length - texts.length
  return (
    <Notice title={t('chance.keep.refusedTitle', { file })} tone="danger">
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('chance.keep.more', { count: more })}</p>}
    </Notice>
  )
}
