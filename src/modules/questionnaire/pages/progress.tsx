type ProgressProps = { readonly part?: string; readonly done: number; readonly of: number; readonly said: string }

/** How far one has come, in words and as a bar: the bar says nothing that the words do not. */
export const Progress = ({ part, done, of, said }: ProgressProps) => (
  <div className="v-progress">
    <p>
      {part && <b>{part}</b>} <span className="v-soft">{said}</span>
    </p>
    <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="1" />
      <rect width={of === 0 ? 0 : Math.round((done / of) * 100)} height="1" data-done="" />
    </svg>
  </div>
)
