import { useWords } from '../../hooks/useWords.ts'

/** What the server says, in its own words: English, and marked so for those who listen. */
export function ServerMessage({ code, message }: { code: string; message: string }) {
  const { t } = useWords()
  return (
    <p>
      {t('problem.serverSays')}{' '}
      <q lang="en">
        {message} ({code})
      </q>
    </p>
  )
}
