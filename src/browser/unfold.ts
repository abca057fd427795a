/** What is folded away is opened for whoever follows a link to it, and for the printer; afterwards as it was. */
export function unfold(page: Document): void {
  const view = page.defaultView
  if (!view) return
  const follow = () => {
    const id = decodeURIComponent(view.location.hash.slice(1))
    const target = id === '' ? null : page.getElementById(id)
    const folded = target?.closest('details')
    if (!target || !folded) return
    for (let one: HTMLDetailsElement | null | undefined = folded; one; one = one.parentElement?.closest('details')) one.open = true
    target.scrollIntoView()
  }
  view.addEventListener('hashchange', follow)
  // A second press on the same link changes no address.
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    if (link && link.hash === view.location.hash) follow()
  })
  follow()

  const opened: HTMLDetailsElement[] = []
  view.addEventListener('beforeprint', () => {
    for (const one of page.querySelectorAll('details')) {
      if (one.open) continue
      one.open = true
      opened.push(one)
    }
  })
  view.addEventListener('afterprint', () => {
    for (const one of opened.splice(0)) one.open = false
  })
}
