import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A whole page as text. Static markup only: no hydration, no ids of React, nothing for a client to take over. */
export const renderPage = (element: ReactElement): string => `<!doctype html>${renderToStaticMarkup(element)}`
