import type { ComponentPropsWithRef } from 'react'
import styles from './Button.module.css'

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `main` is the one thing to do here; `plain` looks like a link. */
  look?: 'main' | 'ordinary' | 'plain'
}

export function Button({ look = 'ordinary', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`${styles.button} ${styles[look] ?? ''} ${className}`} {...rest} />
}
