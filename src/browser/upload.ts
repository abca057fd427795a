/** Files are sent with their progress shown, and can be sent again when the connection was lost. Without this the form posts as any other. */
export function uploads(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (form.dataset.sending !== undefined && form.dataset.busy === undefined) send(form)
    })
  }
}

type Answer = { readonly to?: unknown; readonly refused?: readonly string[]; readonly message?: string }

function send(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>('[data-upload-status]')
  const bar = form.querySelector<HTMLProgressElement>('[data-upload-progress]')
  const say = (text: string) => {
    if (!status) return
    status.hidden = text === ''
    status.textContent = text
  }
  form.dataset.busy = ''
  const request = new XMLHttpRequest()
  const release = () => {
    delete form.dataset.busy
    delete form.dataset.sent
    if (bar) bar.hidden = true
    for (const button of form.querySelectorAll('[aria-disabled=true]')) button.removeAttribute('aria-disabled')
  }
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    const percent = total > 0 ? Math.floor((100 * loaded) / total) : 0
    if (bar) {
      bar.hidden = false
      bar.value = percent
    }
    // A screen reader is told each quarter, and not each hundredth.
    if (percent % 25 === 0) say((form.dataset.percent ?? '').replace('{percent}', String(percent)))
  })
  request.addEventListener('load', () => {
    const answer = readAnswer(request)
    if (typeof answer?.to === 'string' && (answer.refused ?? []).length === 0) return window.location.assign(answer.to)
    release()
    say(answer?.refused?.join(' ') ?? answer?.message ?? form.dataset.lost ?? '')
  })
  request.addEventListener('error', () => {
    release()
    say(form.dataset.lost ?? '')
  })
  say(form.dataset.sending ?? '')
  const data = new FormData(form)
  data.set('svar', 'json')
  request.open('POST', form.action)
  // Else whoever has been signed out meanwhile would be sent the page to sign in, and nobody would see it.
  request.setRequestHeader('accept', 'application/json')
  request.send(data)
}

function readAnswer(request: XMLHttpRequest): Answer | undefined {
  try {
    return JSON.parse(request.responseText) as Answer
  } catch {
    return undefined
  }
}
