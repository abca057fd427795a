import type { Form } from '../../kernel/fields.ts'

/** Who wrote a form: said by a hidden, sealed answer in it, so that a page left open by one is never saved as another. */
export type Writer = { readonly organisationId: string; readonly personId: string }

/** A form as it was written, and where it belongs. */
export type KeptForm = { readonly id: string; readonly address: string; readonly form: Form; readonly at: Date }
