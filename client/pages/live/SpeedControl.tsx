import { useId, useState } from 'react'
import type { ClientMessage } from '../../../shared/protocol/messages.ts'
import { rememberSpeed } from '../../hooks/runSession.ts'
import { useWords } from '../../hooks/useWords.ts'
import styles from './SpeedControl.module.css'

/** Simulated days a second at each notch of the slider: each about twice the one before. */
const notches = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 250, 400] as const

const nearestNotch = (speed: number): number =>
  notches.reduce((best, notch, index) => (Math.abs(notch - speed) < Math.abs(notches[best] - speed) ? index : best), 0)

interface SpeedControlProps {
  /** Simulated days a second, as the server last said. */
  speed: number
  isOn: boolean
  send(message: ClientMessage): void
}

/** How fast the simulation goes; how often the screen is drawn is a control of its own. */
export function SpeedControl({ speed, isOn, send }: SpeedControlProps) {
  const { t } = useWords()
  const id = useId()
  // The server tells its speed when it resumes; until then the slider shows what was asked for.
  const [asked, setAsked] = useState({ of: speed, notch: nearestNotch(speed) })
  const notch = asked.of === speed ? asked.notch : nearestNotch(speed)
  const text = t('controls.speedValue', { count: notches[notch] })

  const change = (next: number) => {
    setAsked({ of: speed, notch: next })
    rememberSpeed(notches[next])
    send({ type: 'speed', daysPerSecond: notches[next] })
  }

  return (
    <div className={styles.speed}>
      <label htmlFor={id}>{t('controls.speed')}</label>
      <strong aria-hidden="true">{text}</strong>
      <input
        id={id}
        type="range"
        min={0}
        max={notches.length - 1}
        step={1}
        value={notch}
        disabled={!isOn}
        aria-valuetext={text}
        onChange={(event) => change(Number(event.target.value))}
      />
    </div>
  )
}
