import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/change.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fields, FieldTexts, Values } from '../../kernel/fields.ts'
import type { Reference, References } from '../../kernel/reference.ts'
import type { Locale } from '../../kernel/texts.ts'

type Done<T> = Promise<{ readonly ok: true; readonly next: T } | Refusal>
type RecordOf<V> = { readonly id: string; readonly version: number; readonly values: V }

/** What a register says beside what every register does. */
type More = {
  /** What other systems call its columns and its answers, beside its own words. */
  readonly alsoCalled?: {
    readonly headings: Readonly<Record<string, string>>
    readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  /** What is kept of the answers of a row, where that is not what the file says. */
  readonly kept?: (ctx: Ctx, answers: Answers) => Promise<Answers>
  /** What its runs and its columns are kept under, where a register takes two kinds of file; the subject, where absent. */
  readonly runs?: string
  /** The address of its list, where that is not above the pages of the import. */
  readonly listAt?: `/${string}`
  /** What more whoever imports should know first. */
  readonly how?: (locale: Locale) => readonly string[]
}

/** A register that a file may be brought into. Each row goes through its own deeds, and so its own rule and permission. */
export type ImportableOf<F extends Fields, R extends RecordOf<Values<F>> = RecordOf<Values<F>>> = {
  /** The address of its list. */
  readonly at: string
  readonly subject: string
  readonly fields: F
  readonly references: References<F>
  readonly texts: (locale: Locale) => {
    readonly title: string
    readonly fields: FieldTexts<F>
    readonly refusals: Readonly<Record<string, string>>
  }
  /** The question that tells whether a record is there already. Its answer stands once in a file. */
  readonly key: keyof F & string
  /** Points at a record of the same register, which may come with the same file: the unit above, the leader. */
  readonly above?: keyof F & string
  /** Two may be called the same, where what is above them tells them apart. */
  readonly apartByAbove?: true
  /** The question that names a record. */
  readonly name: keyof F & string
  readonly may: (actor: Actor) => boolean
  /** Records whose key is one of these, in any case. */
  readonly keyed: (ctx: Ctx, keys: readonly string[]) => Promise<readonly R[]>
  readonly blank?: (actor: Actor) => Partial<Values<F>>
  readonly add: (ctx: Ctx, id: string, values: Values<F>) => Done<R>
  readonly edit: (ctx: Ctx, id: string, version: number | null, values: Values<F>) => Done<R>
  /** Takes back what an import added, while nobody has touched it since. */
  readonly takeBack: (ctx: Ctx, id: string, version: number) => Done<R>
} & More

/** What a plain register adds to its pages. */
export type Importing<F extends Fields> = Pick<ImportableOf<F>, 'keyed' | 'takeBack'> & Partial<Pick<ImportableOf<F>, 'add'>>

/** Answers by the name of their question, whatever the register. */
export type Answers = Readonly<Record<string, unknown>>
export type Standing = RecordOf<Answers>
type Texts = {
  readonly title: string
  readonly fields: Readonly<Record<string, { readonly label: string; readonly choices?: Readonly<Record<string, string>> }>>
  readonly refusals: Readonly<Record<string, string>>
}
/** The same for whoever does any of them. */
export type Importable = {
  readonly at: string
  readonly subject: string
  readonly fields: Fields
  readonly references: Readonly<Record<string, Reference>>
  readonly texts: (locale: Locale) => Texts
  readonly key: string
  readonly above?: string
  readonly apartByAbove?: true
  readonly name: string
  readonly may: (actor: Actor) => boolean
  readonly keyed: (ctx: Ctx, keys: readonly string[]) => Promise<readonly Standing[]>
  readonly blank?: (actor: Actor) => Answers
  readonly add: (ctx: Ctx, id: string, values: Answers) => Done<Standing>
  readonly edit: (ctx: Ctx, id: string, version: number | null, values: Answers) => Done<Standing>
  readonly takeBack: (ctx: Ctx, id: string, version: number) => Done<Standing>
} & More

/** What the runs of a register are kept under. */
export const runsOf = ({ runs, subject }: Pick<Importable, 'runs' | 'subject'>): string => runs ?? subject

/** What holds of one kind of questions holds of any, for whoever hands in only what came out. */
export const importable = <F extends Fields, R extends RecordOf<Values<F>>>(one: ImportableOf<F, R>): Importable =>
  one as unknown as Importable
