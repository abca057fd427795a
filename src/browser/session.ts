const minute = 60_000
/** Milliseconds before the end that the warning comes: WCAG 2.2.1 asks for twenty seconds, and somebody may be in another window. */
const warnBefore = 5 * minute
/** Writing counts as use, told this seldom. */
const tellEvery = 4 * minute

/** Says that the session ends soon, lets it go on by one press, and tells the server that somebody is writing. Other tabs hear of it. */
export function sessionEnd(page: Document): void {
  const dialog = page.querySelector<HTMLDialogElement>('dialog[data-session]')
  const title = dialog?.querySelector<HTMLElement>('h2')
  const text = dialog?.querySelector<HTMLElement>('[data-session-text]')
  const spoken = dialog?.querySelector<HTMLElement>('[data-session-spoken]')
  const button = dialog?.querySelector<HTMLButtonElement>('button')
  let ends = Date.parse(page.body.dataset.sessionEnds ?? '')
  if (!dialog || !title || !text || !spoken || !button || Number.isNaN(ends)) return

  // The reader's clock may be wrong: what counts is the server's, and how long ago the page came. A machine that slept has not stopped it.
  const opened = Date.now()
  const atServer = Date.parse(page.body.dataset.now ?? '') || opened
  const left = () => ends - (atServer + Date.now() - opened)
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('varde-session') : null
  let told = opened
  let state: 'open' | 'soon' | 'last' | 'ended' = 'open'
  let closed: 'open' | 'soon' | 'last' | 'ended' | null = null

  const heard = (later: number) => {
    if (later <= ends) return
    ends = later
    if (left() <= warnBefore) return
    state = 'open'
    closed = null
    dialog.close()
  }
  const goOn = async () => {
    told = Date.now()
    const answer = await fetch('/okt', { method: 'POST', headers: { Accept: 'application/json' } }).catch(() => null)
    if (answer?.status === 401) ends = atServer + Date.now() - opened
    if (!answer?.ok) return
    const said: unknown = await answer.json().catch(() => null)
    if (typeof said !== 'object' || said === null || !('ends' in said) || typeof said.ends !== 'string') return
    heard(Date.parse(said.ends))
    channel?.postMessage(ends)
    // It has lasted as long as a session may: no press makes it longer.
    if (left() <= warnBefore) state = 'last'
  }
  const show = () => {
    const rest = left()
    if (rest > warnBefore) return
    const before = state
    state = rest <= 0 ? 'ended' : state === 'last' ? 'last' : 'soon'
    const minutes = Math.max(1, Math.ceil(rest / minute))
    const words = (minutes === 1 ? dialog.dataset.oneMinute : dialog.dataset.minutes)?.replace('{n}', String(minutes)) ?? ''
    const sentence = (dialog.dataset[state] ?? '').replace('{left}', words)
    const heading = (state === 'ended' ? dialog.dataset.titleEnded : dialog.dataset.title) ?? ''
    if (title.textContent !== heading) title.textContent = heading
    if (text.textContent !== sentence) text.textContent = sentence
    // Read aloud when it comes, when a minute is left and at the end, and not each minute between.
    if (before !== state || minutes === 1) spoken.textContent = `${heading}. ${sentence}`
    button.textContent = (state === 'soon' ? dialog.dataset.goOn : dialog.dataset.close) ?? ''
    if (!dialog.open && closed !== state) dialog.showModal()
  }

  channel?.postMessage(ends)
  channel?.addEventListener('message', ({ data }) => typeof data === 'number' && heard(data))
  button.addEventListener('click', () => {
    if (state === 'soon') void goOn().then(show)
    else dialog.close()
  })
  dialog.addEventListener('close', () => {
    closed = state
  })
  page.addEventListener('input', () => {
    if (Date.now() - told >= tellEvery && state !== 'ended') void goOn()
  })
  setInterval(show, 1000)
  page.addEventListener('visibilitychange', show)
}
