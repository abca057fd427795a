import { describeFindings, describeMasking, type NoticeItem } from '../kernel/guard/describe.ts'
import { type Finding, maskPersonalData } from '../kernel/guard/guard.ts'
import { findInSlices } from '../kernel/guard/slices.ts'
import type { GuardTexts } from '../kernel/guard/texts.ts'

type TextField = HTMLTextAreaElement | HTMLInputElement

/**
 * Reads along in every `textarea[data-guard]` and `input[data-guard]` under `root` and points out personal data below the field (S1-42).
 * It never stops anyone; the server reads the text again. Texts come from `GuardTexts` (ui/guard-notice.tsx), the 2032 rule
 * holds unless `data-guard-new-rule` on the field or anything around it says false. A notice the server rendered for the same field is taken over.
 */
export const guardTextFields = (root: ParentNode): void => {
  const json = document.querySelector<HTMLElement>('[data-guard-texts]')?.dataset.guardTexts
  if (!json) return
  const texts: GuardTexts = JSON.parse(json)
  for (const field of root.querySelectorAll<TextField>('textarea[data-guard], input[data-guard]')) {
    if (field.dataset.guard !== 'on') guardField(field, texts)
  }
}

/** After the last key stroke, in milliseconds: long enough not to flicker, short enough to be seen while the place is in mind. */
const pause = 300

/** A text longer than this is read over several turns, so that no turn lasts longer than a reader notices (50 ms). */
const oneTurn = 20_000
const turn = (): Promise<void> => new Promise((resolve) => window.setTimeout(resolve))

const guardField = (field: TextField, texts: GuardTexts): void => {
  field.dataset.guard = 'on'
  field.id ||= `guarded-${document.querySelectorAll('[data-guard=on]').length}`
  const options = { newNationalIdRule: field.closest<HTMLElement>('[data-guard-new-rule]')?.dataset.guardNewRule !== 'false' }

  let findings: readonly Finding[] = []
  let undo: { readonly before: string; readonly after: string; readonly sentence: string } | null = null
  let timer: number | undefined
  let reading = 0

  // The sentence is the live region and the field's description; it is in the page before it has anything to say, else it is not read out.
  const status = element('p', { id: `${field.id}-guard-status`, class: 'ds-paragraph', role: 'status' })
  const list = element('ul', { class: 'ds-list' })
  const free = element('p', { class: 'ds-paragraph' }, texts.neverBlocks)
  const showButton = button(texts.show, () => show())
  const hideButton = button(texts.hide, () => hide())
  const undoButton = button(texts.undo, () => takeBack())
  const box = document.getElementById(`${field.id}-guard`) ?? placeBelow(field, element('div', { id: `${field.id}-guard` }))
  box.classList.add('v-alert')
  box.dataset.size = 'sm'
  box.replaceChildren(status, list, free, element('div', { class: 'v-row' }, showButton, hideButton, undoButton))
  describe(field, status.id)

  /** False when the text has changed meanwhile: a later reading speaks instead. */
  const read = async (first = ''): Promise<boolean> => {
    window.clearTimeout(timer)
    const mine = ++reading
    const text = field.value
    const found: Finding[] = []
    for (const slice of findInSlices(text, options)) {
      found.push(...slice)
      if (text.length > oneTurn) await turn()
      if (mine !== reading || field.value !== text) return false
    }
    findings = found
    if (undo?.after !== text) undo = null
    const notice = describeFindings(findings, texts, text)
    const some = findings.length > 0
    const sentence = [first || undo?.sentence, some ? notice.sentence : ''].filter(Boolean).join(' ')
    if (status.textContent !== sentence) status.textContent = sentence
    list.replaceChildren(...notice.items.map(item))
    list.hidden = free.hidden = showButton.hidden = !some
    hideButton.hidden = !notice.canMask
    undoButton.hidden = undo === null
    box.classList.toggle('ds-alert', sentence !== '')
    box.dataset.color = !some ? 'success' : notice.canMask ? 'warning' : 'info'
    return true
  }

  /** Selects a place, and the next one when pressed again. */
  const show = async (): Promise<void> => {
    if (!(await read())) return
    const place = findings.find((f) => f.start > (field.selectionStart ?? 0)) ?? findings[0]
    if (!place) return
    field.setSelectionRange(place.start, place.end)
    field.focus()
  }

  const hide = async (): Promise<void> => {
    if (!(await read())) return
    const before = field.value
    const after = maskPersonalData(before, findings, texts.marks)
    undo = { before, after, sentence: describeMasking(findings, texts) }
    write(after)
    await read()
    undoButton.focus()
  }

  const takeBack = async (): Promise<void> => {
    if (!undo) return
    write(undo.before)
    await read(texts.undone)
    hideButton.focus()
  }

  // Told as if written by hand, so that saving while you write hears of it.
  const write = (value: string): void => {
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }

  // Leaving the field waits too: a notice that came at once would push away what is just being pressed.
  const later = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(() => void read(), pause)
  }
  field.addEventListener('input', later)
  field.addEventListener('change', later)
  // The form tells how many of the numbers that hold a report back (nationalId, accountNumber) are pointed out here: the server asks about the others (kernel/guard/stop.ts).
  field.form?.addEventListener('formdata', ({ formData }) =>
    formData.append('vaktSett', `${findings.filter(({ kind }) => /[IN]/.test(kind)).length}`),
  )
  void read()
}

const item = ({ name, place, why, instead }: NoticeItem): HTMLElement =>
  element('li', {}, element('strong', {}, place ? `${name} (${place})` : name), `. ${why} ${instead}`)

const placeBelow = (field: TextField, box: HTMLElement): HTMLElement => {
  const around = field.closest('.ds-field, ds-field')
  if (around) around.append(box)
  else field.after(box)
  return box
}

const describe = (field: TextField, id: string): void => {
  const ids = `${field.getAttribute('aria-describedby') ?? ''} ${id}`.trim().split(/\s+/)
  field.setAttribute('aria-describedby', [...new Set(ids)].join(' '))
}

const button = (label: string, press: () => void): HTMLButtonElement => {
  const made = element('button', { type: 'button', class: 'ds-button', 'data-variant': 'tertiary', 'data-size': 'sm' }, label)
  made.addEventListener('click', press)
  return made
}

const element = <N extends keyof HTMLElementTagNameMap>(
  name: N,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[N] => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
