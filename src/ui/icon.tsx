// Few icons, drawn by us on a 24 grid with one stroke. They stand beside words and never instead of them.
const paths = {
  arrowRight: 'M5 12h14m-6-6 6 6-6 6',
  arrowLeft: 'M19 12H5m6-6-6 6 6 6',
  bell: 'M6 10a6 6 0 1 1 12 0c0 5 2 6 2 6H4s2-1 2-6Zm4 9.5a2.2 2.2 0 0 0 4 0',
  check: 'm4.5 12.5 5 5 10-11',
  checkCircle: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-4 9.3 2.8 2.8 5.4-6',
  chevronDown: 'm6 9 6 6 6-6',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 12h17M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-2.5 6.5c0-1.4 1.1-2.4 2.5-2.4s2.5.9 2.5 2.2c0 1.9-2.5 2-2.5 4M12 16.8v.1',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  mail: 'M3.5 6h17v12h-17zM4 7l8 6 8-6',
  menu: 'M4 7h16M4 12h16M4 17h16',
  minus: 'M6 12h12',
  pencil: 'm4 20 1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  person: 'M12 4a3.7 3.7 0 1 0 0 7.4A3.7 3.7 0 0 0 12 4ZM4.5 20c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM16 16l4.5 4.5',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1',
} as const

export type IconName = keyof typeof paths

/** Always beside words, or with words for screen readers, so it is hidden from them. It has a size of its own in case the style does not come. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="v-icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** The cairn: four stones, the mark that shows the way. */
export const Mark = () => (
  <svg className="v-mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M3.8 28.3c0-2.7 2.8-4.5 6.6-4.7 4.2-.2 9.3-.2 12.6.4 3 .5 5.2 2.1 5.2 4.2 0 1.5-1.2 2.3-3 2.3H6.8c-1.8 0-3-.8-3-2.2Z" />
    <path d="M7.3 19.5c.2-2.5 2.5-4.1 6.2-4.3 3.6-.2 7.6.1 9.5 1.2 1.7 1 2 2.9.9 4.2-.9 1-2.1 1.2-4.1 1.2h-9.3c-2.1 0-3.3-.8-3.2-2.3Z" />
    <path d="M10.8 11.7c.3-2.1 2.2-3.3 4.9-3.3 3 0 5.3 1.2 5.3 3.1 0 1.5-1.4 2.2-3.4 2.2h-4.2c-1.8 0-2.8-.6-2.6-2Z" />
    <path d="M13.3 4.9c.1-1.7 1.5-2.9 3.2-2.9 1.9 0 3.2 1.2 3.2 2.7 0 1.3-1 2-2.5 2h-1.8c-1.4 0-2.2-.6-2.1-1.8Z" />
  </svg>
)
