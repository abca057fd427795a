/** Copies the text of what a button points at, and says so. The buttons are hidden until this has run. */
export function copyButtons(page: Document): void {
  const buttons = page.querySelectorAll<HTMLButtonElement>('button[data-copy-target]')
  if (buttons.length === 0 || !navigator.clipboard) return
  const told = page.body.appendChild(page.createElement('p'))
  told.className = 'v-announce'
  told.setAttribute('role', 'status')
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', async () => {
      const target = page.getElementById(button.dataset.copyTarget ?? '')
      if (!target) return
      await navigator.clipboard.writeText(
        target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target.value : target.textContent.trim(),
      )
      const label = button.querySelector('.ds-sr-only')?.textContent ?? ''
      told.textContent = `${button.dataset.copied ?? ''}${label}`
      button.dataset.done = ''
      setTimeout(() => {
        told.textContent = ''
        delete button.dataset.done
      }, 3000)
    })
  }
}
