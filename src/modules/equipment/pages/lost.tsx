import type { Locale } from '../../../kernel/texts.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { PageHeading, Stack } from '../../../ui/page.tsx'
import { TaskList } from '../../../ui/task-list.tsx'
import type { Device } from '../equipment.ts'
import { texts } from '../texts.ts'
import { LossForm } from './show.tsx'

/** One press for each device somebody has. */
export function LostPage({ devices, locale }: { readonly devices: readonly Device[]; readonly locale: Locale }) {
  const { lost: t, device: words } = texts(locale)
  return (
    <Stack gap="lg">
      <PageHeading title={t.title} lead={t.lead} />
      {devices.length === 0 ? (
        <Empty title={t.none} action={<LinkButton href="/avvik/ny?type=LOST_ITEM">{t.report}</LinkButton>}>
          {t.noneText}
        </Empty>
      ) : (
        <TaskList
          tasks={devices.map((device) => ({
            name: device.values.number ?? '',
            href: `/utstyr/${device.id}`,
            hint: [device.values.kind && words.fields.kind.choices[device.values.kind], device.values.model].filter(Boolean).join(', '),
            action: <LossForm {...{ device, locale }} />,
          }))}
        />
      )}
    </Stack>
  )
}
