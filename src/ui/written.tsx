/**
 * What somebody wrote, as markdown.ts cleaned it by a list of what may stand: the one place where a text with tags in it comes on a page
 * (scripts/check-reach.ts refuses another). `soft`: said beside the matter.
 */
export const Written = ({ html, soft }: { readonly html: string; readonly soft?: boolean }) =>
  // Cleaned, and tried with what is meant to break it (markdown.test.ts).
  html === '' ? null : <div className={`v-prose v-written${soft ? ' v-soft' : ''}`} dangerouslySetInnerHTML={{ __html: html }} />
