import { formatShort } from '../../../kernel/calendar/words.ts'
import type { Commented } from '../../../kernel/comment.ts'
import type { RecordKey } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { each } from '../../../ui/each.ts'
import { TextLink } from '../../../ui/page.tsx'
import { Place as PlaceOf } from '../../../ui/places.tsx'
import { Section } from '../../../ui/section.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Comment } from '../comment.ts'
import { mayChange } from '../rules.ts'
import { texts } from '../texts.ts'

type Props = {
  readonly place: RecordKey
  readonly of: Commented
  /** Those that the reader may read, oldest first. */
  readonly comments: readonly Comment[]
  readonly names: ReadonlyMap<string, string>
  readonly reader: string
  readonly locale: Locale
}

/** The comments of a record, on its page. */
export function CommentsPanel(props: Props) {
  const { place, of, comments, locale } = props
  const t = texts(locale)
  const body = (
    <>
      {comments.length === 0 ? (
        <p className="v-unanswered">{t.none}</p>
      ) : (
        <ol className="v-timeline">
          {each(comments, (comment) => (
            <li id={`kommentar-${comment.id}`}>
              <One {...props} comment={comment} />
            </li>
          ))}
        </ol>
      )}
      <div>
        <LinkButton href={`/kommentarer/${place.type}/${place.id}/ny`} variant="secondary" icon="plus">
          {t.add}
        </LinkButton>
      </div>
    </>
  )
  return of.folded ? (
    <PlaceOf id="kommentarer" title={t.title} state={<span className="v-soft">{comments.length || t.none}</span>}>
      {body}
    </PlaceOf>
  ) : (
    <Section title={t.title} id="kommentarer" locale={locale}>
      {body}
    </Section>
  )
}

function One({ comment, of, names, reader, locale }: Props & { readonly comment: Comment }) {
  const t = texts(locale)
  const who = names.get(comment.writtenBy) ?? t.somebody
  if (comment.withdrawnAt) return <span className="v-unanswered">{t.withdrawn(who, formatShort(comment.withdrawnAt, locale))}</span>
  const to = comment.mentions.map((id) => names.get(id) ?? t.somebody).join(', ')
  return (
    <>
      <span>{who}</span>
      <span className="v-timeline__who">
        <time dateTime={comment.writtenAt.toISOString()}>{formatShort(comment.writtenAt, locale)}</time>
        {comment.editedAt && ` · ${t.edited(formatShort(comment.editedAt, locale))}`}
        {to !== '' && ` · ${t.toWhom(to)}`}
      </span>
      <div className="v-timeline__text">
        {each(comment.text.split('\n'), (line) => (
          <span className="v-line">{line}</span>
        ))}
      </div>
      {of.audiences.length > 1 && <Tag>{t.audiences[comment.audience]}</Tag>}{' '}
      {mayChange(comment, of, reader) && (
        <>
          <TextLink href={`/kommentarer/${comment.id}/endring`}>{t.edit}</TextLink>{' '}
          <TextLink href={`/kommentarer/${comment.id}/tilbaketrekking`}>{t.withdraw}</TextLink>
        </>
      )}
    </>
  )
}
