import { useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useLanguage } from '../hooks/useLanguage.ts'
import { useTheme } from '../hooks/useTheme.ts'
import { useWords } from '../hooks/useWords.ts'
import { localeOf, otherLanguage } from '../i18n/language.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import styles from './TopBar.module.css'

const pages = [
  { path: '/', name: 'nav.live' },
  { path: '/forecast', name: 'nav.forecast' },
  { path: '/chance', name: 'nav.chance' },
  { path: '/ensemble', name: 'nav.ensemble' },
  { path: '/lab', name: 'nav.lab' },
  { path: '/reform', name: 'nav.reform' },
  { path: '/record', name: 'nav.record' },
  { path: '/fit', name: 'nav.fit' },
  { path: '/about', name: 'nav.about' },
] as const

/** Name, pages, language and theme. On a narrow screen all but the name folds into a menu. */
export function TopBar() {
  const { t } = useWords()
  const [language, setLanguage] = useLanguage()
  const [theme, toggleTheme] = useTheme()
  const [isOpen, setOpen] = useState(false)
  // The run, the language and the day looked at are in the search part of the address and stay with the reader.
  const { search } = useLocation()
  const other = otherLanguage(language)

  return (
    <header className={styles.bar}>
      <NavLink className={styles.name} to={{ pathname: '/', search }}>
        {t('app.name')}
      </NavLink>
      <Button className={styles.fold} aria-expanded={isOpen} aria-controls="top-menu" onClick={() => setOpen(!isOpen)}>
        <Icon name="menu" />
        {t('app.menu')}
      </Button>
      <div id="top-menu" className={styles.menu} data-open={isOpen}>
        <nav aria-label={t('app.pages')}>
          <ul className={styles.pages}>
            {pages.map(({ path, name }) => (
              <li key={path}>
                <NavLink className={styles.page} to={{ pathname: path, search }} end onClick={() => setOpen(false)}>
                  {t(name)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <Button look="plain" lang={localeOf[other]} onClick={() => setLanguage(other)}>
          {t('app.otherLanguage')}
        </Button>
        <Button look="plain" onClick={toggleTheme}>
          <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
          {t(theme === 'dark' ? 'app.lightTheme' : 'app.darkTheme')}
        </Button>
      </div>
    </header>
  )
}
