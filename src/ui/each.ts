import { type ComponentChildren, createElement, Fragment } from 'preact'

/** Draws a list in its order. Static markup is never re-ordered in place, so it needs no keys: each part is a child by position. */
export const each = <T>(items: readonly T[], draw: (item: T) => ComponentChildren): ComponentChildren =>
  createElement(Fragment, null, ...items.map((item) => draw(item)))
