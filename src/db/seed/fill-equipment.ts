import { addDays, localDate } from '../../kernel/calendar/calendar.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { emptyValues } from '../../kernel/fields.ts'
import { newId } from '../../kernel/ids.ts'
import { handInLoan, issueFields, lendCard, moveCard, registerCard } from '../../modules/cards/public.ts'
import { addDevice, askFields, askForDevice, askForTime, deviceFields, moveDelivery, moveDevice } from '../../modules/equipment/public.ts'
import type { DemoOrganisation, Fill } from './demo.ts'

/** Of the municipality that has them in its handbook: cards in use, one that is lost, loans, devices, and their way back to IT. */
export const fillEquipment: Fill = async (organisation) => {
  if (organisation.preset !== 'sandnes') return
  await fillCards(organisation)
  const devices = await fillDevices(organisation)
  await fillDeliveries(organisation, devices)
}

const hour = 3_600_000
const at = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * hour) })

async function fillCards({ as, person }: DemoOrganisation) {
  const issuer = at(await as('kortutsteder'), -24 * 60)
  const cards = [
    ['ansatt', '20114', ['access', 'print'], 'Barneskolen, hovedinngangen'],
    ['helsefagarbeider', '20287', ['access', 'print', 'identification'], 'Hjemmetjenestens base'],
    ['personvernombud', '20031', ['access', 'print'], 'Rådhuset'],
    ['superbruker', '20290', ['access'], 'Hjemmetjenestens base'],
  ] as const
  const ids = new Map<string, string>()
  for (const [holder, cardNumber, uses, zones] of cards) {
    const id = newId(issuer.now)
    ids.set(holder, id)
    must(await registerCard(issuer, id, { ...emptyValues(issueFields), holder: person(holder), cardNumber, uses, zones }))
  }
  must(await moveCard(at(await as('superbruker'), -3), ids.get('superbruker') ?? '', 'reportLoss', null))
  const office = await as('servicekontoret')
  const lend = async (hours: number, holder: string, cardNumber: string) => {
    const id = newId(office.now)
    must(await lendCard(at(office, hours), id, { holder: person(holder), cardNumber }))
    return id
  }
  const back = await lend(-52, 'anskaffelser', 'L-01')
  must(await handInLoan(at(office, -45), back))
  await lend(-28, 'personvernombud', 'L-02')
}

async function fillDevices({ as, person, unit }: DemoOrganisation) {
  const it = at(await as('servicedesk'), -24 * 400)
  const given = addDays(localDate(it.now), 7)
  const shared = { ...emptyValues(deviceFields), storesData: 'yes', encrypted: 'yes' } as const
  const devices = [
    ['PC-10233', 'laptop', 'Bærbar 14 tommer', 'ansatt', 'Barneskolen i sentrum', ['tool', 'flexibility']],
    ['PC-10417', 'laptop', 'Bærbar 13 tommer', 'systemeier', 'Hjemmetjenesten', ['tool']],
    ['NB-3120', 'tablet', 'Nettbrett til journal', 'helsefagarbeider', 'Hjemmetjenesten', ['tool', 'availability']],
    ['MOB-0881', 'mobile', 'Vakttelefon', 'leder-helse', 'Hjemmetjenesten', ['preparedness', 'availability']],
    ['MOB-0904', 'mobile', 'Mobiltelefon', 'superbruker', 'Hjemmetjenesten', ['availability']],
    ['PC-08812', 'desktop', 'Publikums-PC', null, 'Servicekontoret', []],
    ['PC-07755', 'laptop', 'Bærbar, fra 2019', 'anskaffelser', 'Anskaffelser', ['tool']],
  ] as const
  const ids = new Map<string, string>()
  for (const [number, kind, model, holder, place, reasons] of devices) {
    const id = newId(it.now)
    ids.set(number, id)
    const who = holder === null ? {} : { holder: person(holder), issuedOn: given }
    must(await addDevice(it, id, { ...shared, number, kind, model, unit: unit(place), reasons, ...who }))
  }
  must(await moveDevice(at(await as('superbruker'), -5), ids.get('MOB-0904') ?? '', 'reportLoss', null, 'lost'))
  return (number: string) => ids.get(number) ?? ''
}

/** One that is asked for, one that is agreed, and one followed to its proof. */
async function fillDeliveries({ as, person, unit }: DemoOrganisation, device: (number: string) => string) {
  const it = await as('servicedesk')
  const time = (ctx: Ctx, hours: number) => at(ctx, hours).now
  const old = { what: 'To gamle PC-er og en skriver fra lageret', kind: 'other', storesData: 'unknown' } as const
  const leader = await as('leder')
  const asking = { ...emptyValues(askFields), ...old, unit: unit('Barneskolen i sentrum'), proposedAt: time(leader, 74) }
  must(await askForTime(leader, newId(leader.now), asking))

  const owner = at(await as('systemeier'), -20)
  const planned = newId(owner.now)
  must(await askForDevice(owner, planned, device('PC-10417'), { storesData: 'yes', proposedAt: time(it, 50) }))
  must(await moveDelivery(at(it, -2), planned, 'plan', null, { agreedAt: time(it, 52) }))

  const buyer = at(await as('anskaffelser'), -24 * 12)
  const proved = newId(buyer.now)
  must(await askForDevice(buyer, proved, device('PC-07755'), { storesData: 'yes', proposedAt: time(it, -24 * 9) }))
  must(await moveDelivery(at(it, -24 * 11), proved, 'plan', null, { agreedAt: time(it, -24 * 9) }))
  must(await moveDelivery(at(it, -24 * 9), proved, 'receive', null, { storesData: 'yes' }))
  const erasure = {
    method: 'overwritten',
    erasedOn: localDate(time(it, -24 * 8)),
    erasedBy: person('servicedesk'),
    tool: 'Rapport 2041',
  } as const
  must(await moveDelivery(at(it, -24 * 8), proved, 'erase', null, erasure))
  must(await moveDelivery(at(it, -24 * 8), proved, 'reuse', null))
}

function must(outcome: { readonly ok: true } | { readonly ok: false; readonly why: string; readonly fields?: readonly string[] }): void {
  if (!outcome.ok) throw new Error(`The example content was refused: ${outcome.why} ${outcome.fields?.join() ?? ''}`)
}
