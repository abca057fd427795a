import { addDays } from '../../kernel/calendar/calendar.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { Entry } from './calendar.ts'

/** A calendar in the form of RFC 5545: what kind of thing is due and its number, never what it is about. `now`: when it was made. `link`: what stands before a path of ours. */
export function icalOf(
  entries: readonly Entry[],
  { name, now, link, locale }: { readonly name: string; readonly now: Date; readonly link: string; readonly locale: Locale },
): string {
  const host = new URL(link).host
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Varde//Varde//NO',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.id}@${host}`,
      `DTSTAMP:${instant(now)}`,
      ...(entry.at
        ? [`DTSTART:${instant(entry.at)}`]
        : [`DTSTART;VALUE=DATE:${plain(entry.day)}`, `DTEND;VALUE=DATE:${plain(addDays(entry.day, 1))}`]),
      `SUMMARY:${escaped([entry.title[locale], entry.reference].filter(Boolean).join(' '))}`,
      ...(entry.href ? [`URL:${link}${entry.href}`] : []),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** UTC, to the second. */
const instant = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const plain = (day: string) => day.replaceAll('-', '')

/** Section 3.3.11: what would end a value or a line is written so that it does not. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '')

/** Section 3.1: no line is longer than 75 octets; it goes on after a space, and never in the middle of a letter. */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      // The space that begins the next line counts.
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
