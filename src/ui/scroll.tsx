import type { ComponentChildren } from 'preact'

/** What may be wider than the page. Whoever has no mouse scrolls it with the arrow keys, so it takes the focus. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what cannot have the focus cannot be scrolled by keyboard (WCAG 2.1.1)
  <section className="v-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
