const prefix = 'list:'

/**
 * The way back to a list leads to the list as it was left: filtered, searched and paged. Only the address of the view is kept, where words
 * stand sealed (kernel/searched.ts), in this tab, and until somebody signs out.
 */
export function listsAsLeft(page: Document): void {
  const view = page.defaultView
  if (!view) return
  const { location, sessionStorage } = view
  if (!page.querySelector('form[action="/logg-ut"]')) {
    forget(sessionStorage)
    return
  }
  if (page.querySelector('.v-list')) sessionStorage.setItem(prefix + location.pathname, location.search)
  for (const link of page.querySelectorAll<HTMLAnchorElement>('.ds-breadcrumbs a')) {
    const left = sessionStorage.getItem(prefix + link.pathname)
    if (left && link.search === '') link.search = left
  }
}

function forget(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key)
}
