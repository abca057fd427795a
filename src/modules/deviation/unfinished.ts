/** What a suggestion from the case leaves open. Written in the text itself, so that it is seen, and closing waits for it. */
export const fillIn = '[fyll ut]'

export const isUnfinished = (text: string | null): boolean => text?.toLowerCase().includes(fillIn) ?? false
