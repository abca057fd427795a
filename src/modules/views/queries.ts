import { store } from './store.ts'

export const findView = store.find
