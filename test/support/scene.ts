import { signIn } from './crawl.ts'
import { inDays, inHours } from './journey.ts'

/**
 * Brings the example cases of one organisation further, so that every kind of page has something on it: a draft of a report, a question
 * that waits, drafts of both notices, a notice that is sent. Through the forms, as their people would; returns what to look at besides.
 */
export async function setScene(url: string, cast: Cast): Promise<readonly string[]> {
  const employee = await someone(url, cast.employee)
  const assessor = await someone(url, cast.assessor)
  const sender = await someone(url, cast.sender)

  const draft = await employee.post('/avvik', {
    id: crypto.randomUUID().replace(/^(.{14})./, '$17'),
    knapp: 'mer',
    personalData: 'yes',
    whatHappened: cast.words.what,
    affectedUnit: await employee.chosen('/avvik/ny', 'affectedUnit'),
    categories: ['MISSENT_EMAIL', 'LOST_ITEM'],
    discoveredAt: inHours(-2),
  })
  const cases = await assessor.cases()
  const running = cases.find((one) => one.assessed) ?? cases[0]
  if (!running) throw new Error(`${cast.assessor} has no case`)
  const path = `/avvik/${running.id}`
  await assessor.post(`${path}/sporsmal`, { to: 'reporter', question: cast.words.question, dueAt: inHours(20) })
  await assessor.post(`${path}/informering`, { outcome: 'inform', reason: cast.words.reason })
  const message = await assessor.post(`${path}/berorte`, { language: cast.language })
  const preliminary = await sender.post(`${path}/datatilsynet`, { kind: 'preliminary' })
  await sender.post(preliminary, { contact: cast.words.contact, 'owed0.what': cast.words.owed, 'owed0.dueOn': inDays(7) })
  await sender.post(`${preliminary}/sending`, { sentAt: inHours(0), reference: 'AR-0001', access: 'public' })
  await sender.post(`${path}/datatilsynet/brev`, { kind: 'receipt', at: inHours(0), content: cast.words.contact })
  const supplement = await sender.post(`${path}/datatilsynet`, { kind: 'supplementary' })
  return [draft, draft.replace(/skjema.*/, 'kontroll'), message, preliminary, supplement]
}

export type Cast = {
  readonly language: 'nb' | 'nn'
  readonly employee: string
  readonly assessor: string
  readonly sender: string
  readonly words: Readonly<Record<'what' | 'question' | 'reason' | 'contact' | 'owed', string>>
}

const nb = {
  what: 'Et brev ble lagt i feil konvolutt og sendt.',
  question: 'Vet du om brevet er åpnet?',
  reason: 'De som er berørt, kan passe på selv.',
  contact: 'Personvernombudet',
  owed: 'Hvor mange som er berørt',
}
const nn = {
  what: 'Eit brev vart lagt i feil konvolutt og sendt.',
  question: 'Veit du om brevet er opna?',
  reason: 'Dei som er råka, kan passe på sjølve.',
  contact: 'Personvernombodet',
  owed: 'Kor mange som er råka',
}

export const casts = {
  oslomet: { language: 'nb', employee: 'oslomet-ansatt', assessor: 'oslomet-sikkerhet', sender: 'oslomet-sikkerhet', words: nb },
  sauda: { language: 'nn', employee: 'sauda-ansatt', assessor: 'sauda-personvernombud', sender: 'sauda-personvernombud', words: nn },
  sandnes: {
    language: 'nb',
    employee: 'sandnes-ansatt',
    assessor: 'sandnes-personvernombud',
    sender: 'sandnes-personvern-gdpr',
    words: nb,
  },
} as const satisfies Readonly<Record<string, Cast>>

/** One signed in, without a browser. A form is sent with the version its page has; where that leads is the answer. */
async function someone(url: string, slug: string) {
  const cookie = await signIn(url, slug)
  const read = async (path: string) => (await fetch(`${url}${path}`, { headers: { cookie } })).text()
  return {
    chosen: async (path: string, name: string): Promise<string> =>
      new RegExp(`name="${name}"[\\s\\S]*?value="([0-9a-f-]{36})"[^>]*selected`).exec(await read(path))?.[1] ?? '',
    cases: async () => {
      const ids = [...new Set([...(await read('/avvik')).matchAll(/href="\/avvik\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id))]
      return Promise.all(ids.map(async (id) => ({ id, assessed: /Skal meld/.test(await read(`/avvik/${id}`)) })))
    },
    post: async (path: string, form: Readonly<Record<string, string | readonly string[]>>): Promise<string> => {
      const page = path.endsWith('/datatilsynet') || path.endsWith('/berorte') || path === '/avvik' ? '' : await read(path)
      const version = /name="version" value="(\d+)"/.exec(page)?.[1]
      const body = new URLSearchParams(
        [...Object.entries(form), ...(version ? [['version', version] as const] : [])].flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
        ),
      )
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { cookie, origin: url }, body, redirect: 'manual' })
      const location = answer.headers.get('location')
      if (answer.status !== 303 || !location) {
        const said = (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
        throw new Error(`${slug}: POST ${path} answered ${answer.status}: ${said.slice(0, 800)}`)
      }
      return location
    },
  }
}
