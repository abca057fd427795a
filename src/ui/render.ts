import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { withJumps } from './jumps.tsx'

/** A part of a page as text, every text in it escaped. */
export const draw = (part: ComponentChildren): string => renderToString(part as VNode)

/** A whole page as text. Nothing is left in it for a client to take over. */
export const renderPage = (element: VNode): string => `<!doctype html>${withJumps(draw(element))}`
