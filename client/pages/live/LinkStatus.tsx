import { useEffect, useState } from 'react'
import type { LinkState } from '../../engine/transport.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './LinkStatus.module.css'

/** How long the page says that the line is back. */
const BACK_SHOWN_MS = 6000

interface LinkStatusProps {
  link: LinkState
  /** Times the line came back. */
  returns: number
  isOver: boolean
}

/** Says when the line has dropped and when it is back; silent while all is well. */
export function LinkStatus({ link, returns, isOver }: LinkStatusProps) {
  const { t } = useWords()
  const [seenReturns, setSeenReturns] = useState(0)
  useEffect(() => {
    if (returns === seenReturns) return
    const timer = setTimeout(() => setSeenReturns(returns), BACK_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [returns, seenReturns])

  const isLost = link === 'waiting' && !isOver
  const isBack = !isLost && returns > seenReturns
  return (
    <p role="status" className={isLost ? styles.lost : isBack ? styles.back : styles.silent}>
      {isLost ? t('link.waiting') : isBack ? t('link.back') : ''}
    </p>
  )
}
