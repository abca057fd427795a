import type { Values } from '../../kernel/fields.ts'
import type { RegisterEvent, Registered } from '../../register/rules.ts'
import type { supplierFields } from './fields.ts'

export type SupplierValues = Values<typeof supplierFields>
export type Supplier = Registered<typeof supplierFields>
export type SupplierEvent = RegisterEvent<'supplier'>
