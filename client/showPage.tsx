import './ui/tokens.css'
import './ui/base.css'
import './ui/print.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { BrowserRouter } from 'react-router'
import { App } from './app.tsx'
import type { Backend } from './engine/backend.ts'
import { BackendContext } from './hooks/useBackend.ts'
import { i18n } from './i18n/words.ts'

interface PageOptions {
  backend: Backend
  /** Path below which the pages stand. */
  basename?: string
}

/** Draws the pages into index.html. */
export function showPage({ backend, basename = '/' }: PageOptions): void {
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: 5 * 60_000, retry: 1, refetchOnWindowFocus: false } },
  })
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <BackendContext value={backend}>
        <QueryClientProvider client={queryClient}>
          <I18nextProvider i18n={i18n}>
            <BrowserRouter basename={basename}>
              <NuqsAdapter>
                <App />
              </NuqsAdapter>
            </BrowserRouter>
          </I18nextProvider>
        </QueryClientProvider>
      </BackendContext>
    </StrictMode>,
  )
}
