import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VNode } from 'preact'
import { emptyValues, type Fields, type FieldTexts, missing, type Problem } from '../src/kernel/fields.ts'
import { type Theme, themes } from '../src/ui/assets.ts'
import { AutosaveStatus } from '../src/ui/autosave-status.tsx'
import { Actions, Button, LinkButton, PostButton } from '../src/ui/button.tsx'
import { CopyButton } from '../src/ui/copy-button.tsx'
import { Deadline } from '../src/ui/deadline.tsx'
import { Decision } from '../src/ui/decision.tsx'
import { Details } from '../src/ui/details.tsx'
import { DocumentPreview } from '../src/ui/document-preview.tsx'
import { Door, Doors } from '../src/ui/door.tsx'
import { Empty } from '../src/ui/empty.tsx'
import { ErrorSummary } from '../src/ui/error-summary.tsx'
import { Facts } from '../src/ui/facts.tsx'
import { Checkbox, Radios, Select, TextInput } from '../src/ui/field.tsx'
import { Form } from '../src/ui/form.tsx'
import { type ColorScheme, Layout } from '../src/ui/layout.tsx'
import { ListPage } from '../src/ui/list-page.tsx'
import { Notice } from '../src/ui/notice.tsx'
import { Heading, PageHeading, Prose, Stack, TextLink } from '../src/ui/page.tsx'
import { Receipt } from '../src/ui/receipt.tsx'
import { errorItems, RecordForm } from '../src/ui/record-form.tsx'
import { NextStep, RecordPage } from '../src/ui/record-page.tsx'
import { RecordView } from '../src/ui/record-view.tsx'
import { renderPage } from '../src/ui/render.ts'
import { Section } from '../src/ui/section.tsx'
import { Choose, SignIn } from '../src/ui/sign-in.tsx'
import { StatusTag } from '../src/ui/status-tag.tsx'
import { Steps } from '../src/ui/steps.tsx'
import { Tag } from '../src/ui/tag.tsx'
import { TaskList } from '../src/ui/task-list.tsx'
import { Timeline } from '../src/ui/timeline.tsx'

// Every part of the kit in made-up but likely content, as files to look at: `tsx scripts/gallery.tsx <folder>`.

const locale = 'nb'
const now = new Date('2026-11-25T09:05:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)

const fields = {
  title: { kind: 'text', max: 120, required: true, group: 'what', guard: true },
  whatHappened: { kind: 'text', max: 4000, long: true, required: true, group: 'what', guard: true },
  discoveredAt: { kind: 'instant', required: true, group: 'when' },
  period: { kind: 'date', group: 'when' },
  unit: { kind: 'reference', required: true, group: 'where' },
  system: { kind: 'reference', group: 'where' },
  affectedCount: { kind: 'whole', min: 0, max: 1_000_000, group: 'who' },
  kind: { kind: 'choice', of: ['DESTRUCTION', 'LOSS', 'ALTERATION', 'SPREADING'], required: true, group: 'who' },
  dataTypes: { kind: 'choices', of: ['NAME', 'CONTACT', 'NATIONAL_ID', 'HEALTH', 'PUPIL'], group: 'who' },
} as const satisfies Fields

const texts: FieldTexts<typeof fields> = {
  title: { label: 'Kort beskrivelse', hint: 'Én setning. Ikke skriv navn på personer.' },
  whatHappened: { label: 'Hva skjedde?', hint: 'Fortell med egne ord. Du kan rette og legge til senere.' },
  discoveredAt: { label: 'Tidspunkt da avviket ble oppdaget' },
  period: { label: 'Datoen det skjedde' },
  unit: { label: 'Berørt enhet' },
  system: { label: 'Fagsystem' },
  affectedCount: { label: 'Antall berørte personer', hint: 'Et anslag holder. La stå tomt hvis du ikke vet.' },
  kind: {
    label: 'Hva slags brudd på personopplysningssikkerheten er det?',
    choices: { DESTRUCTION: 'Tilintetgjøring', LOSS: 'Tap', ALTERATION: 'Endring', SPREADING: 'Spredning' },
  },
  dataTypes: {
    label: 'Typer personopplysninger som er berørt',
    hint: 'Velg alle som passer.',
    choices: {
      NAME: 'Navn',
      CONTACT: 'Adresse, telefon eller e-post',
      NATIONAL_ID: 'Fødselsnummer',
      HEALTH: 'Helseopplysninger',
      PUPIL: 'Elevvurdering',
    },
  },
}
const gone = () => 'nedlagt'
const offers = {
  unit: {
    choices: [
      { id: '1', name: 'Sandnes kommune › Oppvekst skole › Høle barne- og ungdomsskole' },
      { id: '2', name: 'Sandnes kommune › Organisasjon' },
    ],
    gone,
    find: null,
  },
  system: { choices: [{ id: '1', name: 'Visma Flyt Skole' }], gone, find: null },
}
const values = {
  ...emptyValues(fields),
  title: 'Vedtak om spesialundervisning sendt til feil foresatte',
  whatHappened:
    'En kontaktlærer sendte vedtaket som vedlegg i e-post til foresatte til en annen elev med samme fornavn.\n\nMottakeren ringte skolen samme dag og sa fra. Hun har bekreftet at e-posten er slettet.',
  discoveredAt: new Date('2026-11-24T13:05:00Z'),
  unit: '1',
  system: '1',
  affectedCount: 1,
  kind: 'SPREADING',
  dataTypes: ['NAME', 'HEALTH', 'PUPIL'],
} as const
const groups = { what: 'Hva har skjedd', when: 'Når', where: 'Hvor', who: 'Hvem og hva det gjelder' }

const problems: readonly Problem[] = [
  { field: 'title', code: 'tooLong', limit: 120, length: 164 },
  { field: 'discoveredAt', code: 'timeIsTwice' },
  { field: 'affectedCount', code: 'notWhole' },
  { field: 'kind', code: 'missing' },
]

const steps = (at: number) =>
  ['Meldt', 'Vurderes', 'Varslet', 'Besluttet', 'Lukket'].map(
    (label, index) => ({ label, state: index < at ? 'done' : index === at ? 'current' : 'ahead' }) as const,
  )

const record = (
  <RecordPage
    locale={locale}
    kind="Avvik"
    reference="2026/114"
    title="Vedtak om spesialundervisning sendt til feil foresatte"
    status={<StatusTag tone="info">Vurderes</StatusTag>}
    tags={
      <Tag icon="lock" tone="neutral">
        Fortrolig
      </Tag>
    }
    deadline={<Deadline due={hours(52.3)} now={now} locale={locale} chip />}
    steps={<Steps steps={steps(1)} locale={locale} />}
    next={
      <NextStep
        locale={locale}
        title="Vurder risikoen for dem det gjelder"
        text="Vurderingen avgjør om Datatilsynet og de berørte skal ha beskjed. Fristen løper fra 24. november kl. 14.05."
      >
        <LinkButton href="#">Vurder risikoen</LinkButton>
        <LinkButton href="#" variant="tertiary">
          Be om mer
        </LinkButton>
      </NextStep>
    }
    aside={
      <>
        <Section title="Personer" locale={locale} level={3} plain>
          <dl className="v-summary" data-narrow="">
            <div>
              <dt>Melder</dt>
              <dd>Kontaktlærer, Høle barne- og ungdomsskole</dd>
            </div>
            <div>
              <dt>Saksbehandler</dt>
              <dd>Personvernombud, Sandnes</dd>
            </div>
            <div>
              <dt>Avgjør</dt>
              <dd>Virksomhetsleder</dd>
            </div>
          </dl>
        </Section>
        <Section title="Dokumenter" locale={locale} level={3}>
          <ul className="v-files">
            <li>
              <TextLink href="#">Avviksmelding</TextLink> <span className="v-soft">PDF, 2 sider</span>
            </li>
            <li>
              <TextLink href="#">Melding til Datatilsynet</TextLink> <Tag tone="warning">Utkast</Tag>
            </li>
          </ul>
        </Section>
        <Section title="Hendelser" locale={locale} level={3}>
          <Timeline
            locale={locale}
            events={[
              { at: hours(-1), title: 'Oppgave gitt: vurder risikoen', who: 'Personvernombud' },
              { at: hours(-2), title: 'Personvernombudet tok saken', who: 'Personvernombud', strong: true },
              { at: hours(-18), title: 'Svar fra melder', who: 'Kontaktlærer', text: 'Mottakeren har bekreftet at e-posten er slettet.' },
              { at: hours(-20), title: 'Avviket ble meldt', who: 'Kontaktlærer', strong: true },
            ]}
          />
        </Section>
      </>
    }
  >
    <Section title="Hva har skjedd" locale={locale} edit={{ href: '#' }} plain>
      <RecordView
        fields={fields}
        texts={texts}
        values={values}
        offers={offers}
        locale={locale}
        shown={['whatHappened', 'kind', 'dataTypes', 'affectedCount', 'unit', 'system']}
      />
    </Section>
    <Section title="Når" locale={locale} edit={{ href: '#' }}>
      <RecordView
        fields={fields}
        texts={texts}
        values={values}
        offers={offers}
        locale={locale}
        shown={['discoveredAt', 'period']}
        missing={['period']}
        changeHref={(name) => `#${name}`}
      />
    </Section>
    <Section title="Oppgaver" locale={locale}>
      <TaskList
        tasks={[
          {
            name: 'Begrens skaden',
            href: '#',
            hint: 'Sørg for at mottakeren sletter e-posten',
            status: (
              <StatusTag tone="success" done>
                Ferdig
              </StatusTag>
            ),
          },
          {
            name: 'Vurder risikoen',
            href: '#',
            deadline: <Deadline due={hours(20)} now={now} locale={locale} />,
            status: <StatusTag tone="info">I arbeid</StatusTag>,
          },
          {
            name: 'Meld fra til Datatilsynet',
            hint: 'Kan starte når risikoen er vurdert',
            status: <StatusTag>Kan ikke starte ennå</StatusTag>,
          },
        ]}
      />
    </Section>
  </RecordPage>
)

type Case = {
  readonly number: string
  readonly title: string
  readonly unit: string
  readonly status: VNode
  readonly deadline: VNode
  readonly affected: number | null
}
const titles = [
  'E-post med karakterutskrift sendt til feil mottaker',
  'Mistet minnepinne med lydopptak fra forskningsintervju',
  'Tilgang til journalsystem ikke fjernet da arbeidsforholdet opphørte',
  'Fødselsnummer lagt åpent på nett i møteinnkalling',
  'Kommunelegevaktens timebestillingssystem viste andres avtaler',
  'Brev til barnevernstjenesten sendt i vanlig post til gammel adresse',
]
const units = [
  'Høle barne- og ungdomsskole',
  'Fakultet for helsevitenskap',
  'Organisasjon',
  'Økonomi og virksomhetsstyring',
  'Digitalisering og IT',
]
const cases: readonly Case[] = Array.from({ length: 30 }, (_, i) => ({
  number: `2026/${114 - i}`,
  title: titles[i % titles.length] ?? '',
  unit: units[i % units.length] ?? '',
  status:
    i < 3 ? (
      <StatusTag tone="warning">Nytt</StatusTag>
    ) : i < 14 ? (
      <StatusTag tone="info">Vurderes</StatusTag>
    ) : i < 20 ? (
      <StatusTag tone="accent">Varslet</StatusTag>
    ) : (
      <StatusTag done>Lukket</StatusTag>
    ),
  deadline:
    i === 0 ? (
      <Deadline due={hours(-5)} now={now} locale={locale} compact />
    ) : i < 4 ? (
      <Deadline due={hours(3 + 6 * i)} now={now} locale={locale} compact />
    ) : i < 20 ? (
      <Deadline due={hours(20 + 9 * i)} now={now} locale={locale} compact />
    ) : (
      <Deadline due={hours(-300)} now={now} met={hours(i % 4 === 0 ? -290 : -340)} locale={locale} compact />
    ),
  affected: i % 5 === 2 ? null : (i * 37) % 400,
}))

const list = (rows: readonly Case[]) => (
  <ListPage
    title="Avvik"
    locale={locale}
    count={rows.length === 0 ? 0 : 1214}
    views={[
      { href: '#1', label: 'Åpne', current: true, count: 20 },
      { href: '#2', label: 'Mine', count: 3 },
      { href: '#3', label: 'Over fristen', count: 1 },
      { href: '#4', label: 'Lukkede' },
    ]}
    filter={
      <>
        <TextInput name="q" type="search" label="Søk" />
        <Select name="status" label="Status" options={[{ value: 'a', label: 'Vurderes' }]} empty="Alle" />
        <Select name="enhet" label="Enhet" options={offers.unit.choices.map(({ id, name }) => ({ value: id, label: name }))} empty="Alle" />
      </>
    }
    filtered={{ clearHref: '#' }}
    columns={[
      {
        key: 'title',
        label: 'Avvik',
        heading: true,
        cell: (row) => (
          <>
            <TextLink href="#">{row.title}</TextLink>
            <small>{row.number}</small>
          </>
        ),
      },
      { key: 'unit', label: 'Enhet', cell: (row) => row.unit },
      { key: 'affected', label: 'Berørte', align: 'end', cell: (row) => row.affected ?? <span className="v-soft">Ukjent</span> },
      { key: 'status', label: 'Status', cell: (row) => row.status },
      { key: 'deadline', label: 'Frist', cell: (row) => row.deadline },
    ]}
    rows={rows}
    rowKey={(row) => row.number}
    empty={
      <Empty title="Ingen avvik her" action={<LinkButton href="#">Meld avvik</LinkButton>}>
        Når noen melder et avvik i din enhet, kommer det i denne listen.
      </Empty>
    }
    pager={rows.length > 0 ? { next: '#' } : undefined}
    exports={[
      { href: '#', label: 'Excel' },
      { href: '#', label: 'CSV' },
      { href: '#', label: 'JSON' },
    ]}
  />
)

const form = (
  <Stack>
    <PageHeading title="Meld avvik" lead="Det tar omtrent tre minutter. Du kan lagre og fortsette senere." />
    <ErrorSummary errors={errorItems(problems, texts, locale)} locale={locale} />
    <Form version={3} autosave="/avvik/utkast">
      <RecordForm
        fields={fields}
        texts={texts}
        values={values}
        raw={{
          title: 'Vedtak om spesialundervisning',
          whatHappened: values.whatHappened,
          affectedCount: 'noen',
          dataTypes: ['HEALTH'],
          discoveredAt: '2026-10-25T02:30',
        }}
        problems={problems}
        offers={offers}
        groups={groups}
        locale={locale}
      />
      <Checkbox
        name="protected"
        label="Jeg vil at navnet mitt skal være beskyttet"
        hint="Bare personvernombudet kan se hvem du er, og bare med en grunn som blir loggført."
      />
      <Actions>
        <Button>Send melding</Button>
        <Button variant="tertiary">Lagre og fortsett senere</Button>
      </Actions>
      <AutosaveStatus locale={locale} savedAt={now} />
    </Form>
  </Stack>
)

const home = (
  <Stack gap="lg">
    <Stack>
      <PageHeading title="God morgen" lead="Du har tre saker som venter på deg. Den første har frist i dag." />
      <Doors>
        <Door href="#" title="Meld avvik" icon="warning" primary>
          Har opplysninger kommet på avveie? Si fra nå, så tar vi det derfra.
        </Door>
        <Door href="#" title="Spør om råd" icon="help">
          Spør personvernombudet. Bare dere to ser svaret.
        </Door>
      </Doors>
    </Stack>
    <Section title="Venter på deg" locale={locale} plain>
      <TaskList
        tasks={[
          {
            name: 'Meld fra til Datatilsynet',
            href: '#',
            hint: '2026/114 · Høle barne- og ungdomsskole',
            deadline: <Deadline due={hours(-5)} now={now} locale={locale} />,
          },
          {
            name: 'Vurder risikoen',
            href: '#',
            hint: '2026/113 · Fakultet for helsevitenskap',
            deadline: <Deadline due={hours(9)} now={now} locale={locale} />,
          },
          {
            name: 'Signer brevet til de berørte',
            href: '#',
            hint: '2026/109 · Organisasjon',
            deadline: <Deadline due={hours(143)} now={now} locale={locale} />,
          },
        ]}
      />
    </Section>
    <Section title="Nylig gjort" locale={locale}>
      <TaskList
        tasks={[
          {
            name: 'Melding sendt til Datatilsynet',
            href: '#',
            hint: '2026/101',
            deadline: <Deadline due={hours(-40)} now={now} met={hours(-35)} locale={locale} />,
          },
          {
            name: 'De berørte har fått beskjed',
            href: '#',
            hint: '2026/099',
            deadline: <Deadline due={hours(-80)} now={now} met={hours(-90)} locale={locale} />,
          },
        ]}
      />
    </Section>
  </Stack>
)

const receipt = (
  <Stack gap="lg">
    <Receipt title="Takk. Avviket er meldt." number="Saksnummer 2026/114">
      <p>Personvernombudet og lederen din har fått beskjed.</p>
    </Receipt>
    <Prose>
      <Heading>Hva skjer nå</Heading>
      <ol className="ds-list">
        <li>Personvernombudet ser på saken, som regel samme dag.</li>
        <li>Du kan få spørsmål. Da får du en e-post med lenke hit.</li>
        <li>Er risikoen høy, får de berørte beskjed.</li>
      </ol>
      <Actions>
        <LinkButton href="#" variant="secondary">
          Følg saken
        </LinkButton>
        <LinkButton href="#" variant="tertiary">
          Til forsiden
        </LinkButton>
      </Actions>
      <Details summary="Hvem kan se det jeg har skrevet?">
        <p>Personvernombudet, lederen din og de som får oppgaver i saken.</p>
      </Details>
    </Prose>
  </Stack>
)

const decision = (
  <Stack>
    <PageHeading
      kicker="Avvik · 2026/114"
      title="Vurder risikoen"
      lead="Kryss av for det som gjelder. Til høyre ser du hva som følger, og av hvilken regel."
    />
    <Decision
      locale={locale}
      facts={
        <>
          <Section title="Høy risiko" locale={locale} plain>
            <Facts
              locale={locale}
              facts={[
                {
                  label:
                    'Systematisk og omfattende profilering eller vurdering der en automatisk avgjørelse får rettsvirkning eller påvirker personen vesentlig',
                  state: 'no',
                },
                { label: 'Sensitive opplysninger i stor skala', state: 'no' },
                {
                  label: 'Andre forhold som trolig gir høy risiko for enkeltpersoners rettigheter og friheter',
                  state: 'yes',
                  reason: 'Vedtaket beskriver diagnose og hjemmeforhold til en elev i et lite lokalmiljø.',
                },
              ]}
            />
          </Section>
          <Section title="Middels risiko" locale={locale}>
            <Facts
              locale={locale}
              facts={[
                { label: 'Den registrerte har ikke selv kontroll over opplysningene', state: 'yes' },
                { label: 'Særlig utsatte personer', state: 'yes', reason: 'Et barn.' },
                { label: 'Svært mange personer', state: 'no' },
                { label: 'Fare for skade på omdømme', state: 'unknown' },
                { label: 'Fare for økonomisk tap', state: 'open' },
              ]}
            />
          </Section>
        </>
      }
      outcome={{ label: 'Høy risiko', text: 'Foreslått av ett kryss i gruppen «høy risiko».', tone: 'danger' }}
      consequences={[
        { text: 'Datatilsynet skal ha melding innen 72 timer.', rule: 'Personvernforordningen art. 33 nr. 1' },
        { text: 'De berørte skal ha beskjed uten ugrunnet opphold.', rule: 'Personvernforordningen art. 34 nr. 1' },
        { text: 'Bruddet skal dokumenteres.', rule: 'Personvernforordningen art. 33 nr. 5' },
      ]}
    >
      <Form>
        <Radios
          name="level"
          label="Hva er din vurdering?"
          value="HIGH"
          options={[
            { value: 'UNLIKELY', label: 'Risiko er usannsynlig' },
            { value: 'RISK', label: 'Risiko, men ikke høy' },
            { value: 'HIGH', label: 'Høy risiko' },
          ]}
        />
        <TextInput name="reason" rows={3} label="Begrunn hvis du avviker fra forslaget" optional={locale} />
        <Button>Bekreft vurderingen</Button>
      </Form>
    </Decision>
  </Stack>
)

const signIn = (
  <SignIn>
    <PageHeading title="Logg inn" lead="Bruk kontoen du har hos Sandnes kommune." />
    <Form unsaved={false}>
      <TextInput name="user" label="Brukernavn" autoComplete="username" />
      <TextInput name="password" type="password" label="Passord" autoComplete="current-password" />
      <Actions>
        <Button>Logg inn</Button>
      </Actions>
    </Form>
    <Section title="Velg hvem du vil være" locale={locale}>
      <form method="post">
        <Choose
          name="person"
          people={[
            { value: 'a', name: 'Personvernombud', hint: 'Ser alle avvik i kommunen' },
            { value: 'b', name: 'Virksomhetsleder, Høle barne- og ungdomsskole', hint: 'Avgjør og lukker avvik i egen virksomhet' },
            { value: 'c', name: 'Kontaktlærer', hint: 'Melder avvik' },
          ]}
        />
      </form>
    </Section>
  </SignIn>
)

const document = (
  <Stack>
    <PageHeading kicker="Avvik · 2026/114" title="Melding til Datatilsynet" actions={<Tag tone="warning">Utkast</Tag>} />
    <DocumentPreview
      title="Melding til Datatilsynet"
      locale={locale}
      pages={['/page-1.svg']}
      downloads={[
        { href: '#', label: 'PDF/A' },
        { href: '#', label: 'Word' },
      ]}
      missing={
        <Notice tone="warning" title="To ting mangler før meldingen er komplett" locale={locale}>
          <ul className="ds-list">
            <li>
              <TextLink href="#">Antall berørte personer</TextLink>
            </li>
            <li>
              <TextLink href="#">Kontaktperson for utfyllende opplysninger</TextLink>
            </li>
          </ul>
        </Notice>
      }
    />
    <Section title="Felt for felt" locale={locale}>
      <dl className="v-summary">
        <div>
          <dt>Beskriv bruddet</dt>
          <dd id="n1">Vedtak sendt til feil foresatte.</dd>
          <dd className="v-summary__change">
            <CopyButton target="n1" label="Beskriv bruddet" locale={locale} />
          </dd>
        </div>
      </dl>
    </Section>
  </Stack>
)

const parts = (
  <Stack gap="lg">
    <PageHeading
      title="Alle deler"
      count="12"
      lead="Personopplysningssikkerhetsbruddsdokumentasjon og tilgjengelighetserklæringsoppfølging."
    />
    <Stack>
      {(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <Notice key={tone} tone={tone} locale={locale}>
          Meldingen er sendt. Du får svar innen to virkedager.
        </Notice>
      ))}
    </Stack>
    <div className="v-row">
      {(['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <StatusTag key={tone} tone={tone}>
          {tone}
        </StatusTag>
      ))}
      {(['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const).map((tone) => (
        <Tag key={tone} tone={tone}>
          {tone}
        </Tag>
      ))}
    </div>
    <Stack gap="sm">
      <Deadline due={hours(52.3)} now={now} locale={locale} />
      <Deadline due={hours(9)} now={now} locale={locale} />
      <Deadline due={hours(-5)} now={now} locale={locale} />
      <Deadline due={hours(-5)} now={now} met={hours(-9)} locale={locale} />
      <Deadline due={hours(-5)} now={now} met={hours(-2)} locale={locale} />
    </Stack>
    <div className="v-row">
      <Deadline due={hours(52.3)} now={now} locale={locale} chip />
      <Deadline due={hours(9)} now={now} locale={locale} chip />
      <Deadline due={hours(-5)} now={now} locale={locale} chip />
      <Deadline due={hours(-5)} now={now} met={hours(-9)} locale={locale} chip />
      <Deadline due={hours(-5)} now={now} met={hours(-2)} locale={locale} chip />
    </div>
    <Actions>
      <Button>Primær</Button>
      <Button variant="secondary">Sekundær</Button>
      <Button variant="tertiary">Tertiær</Button>
      <Button variant="danger">Slett utkastet</Button>
      <PostButton action="#" variant="secondary" icon="check">
        Ta saken
      </PostButton>
    </Actions>
    <Steps steps={steps(3)} locale={locale} />
    <p>Mangler: {missing(fields, emptyValues(fields)).length}</p>
  </Stack>
)

const pages: Readonly<
  Record<string, { readonly title: string; readonly body: VNode; readonly person?: false; readonly report?: false; readonly crumbs?: true }>
> = {
  home: { title: 'Forside', body: home },
  record: { title: 'Avvik 2026/114', body: record, crumbs: true },
  list: { title: 'Avvik', body: list(cases) },
  empty: { title: 'Avvik', body: list([]) },
  form: { title: 'Meld avvik', body: form, report: false },
  receipt: { title: 'Avviket er meldt', body: receipt },
  decision: { title: 'Vurder risikoen', body: decision, crumbs: true },
  document: { title: 'Melding til Datatilsynet', body: document, crumbs: true },
  signin: { title: 'Logg inn', body: signIn, person: false },
  parts: { title: 'Alle deler', body: parts },
}

const names: Readonly<Record<Theme, string>> = {
  varde: 'Varde kommune',
  oslomet: 'OsloMet',
  uio: 'Universitetet i Oslo',
  sauda: 'Sauda kommune',
  sandnes: 'Sandnes kommune',
}

const folder = process.argv[2] ?? 'dist/gallery'
mkdirSync(folder, { recursive: true })
for (const theme of themes)
  for (const colorScheme of ['light', 'dark'] as readonly ColorScheme[])
    for (const [name, page] of Object.entries(pages))
      writeFileSync(
        join(folder, `${name}.${theme}.${colorScheme}.html`),
        renderPage(
          <Layout
            locale={locale}
            theme={theme}
            colorScheme={colorScheme}
            organisationName={names[theme]}
            title={page.title}
            nav={
              page.person === false
                ? []
                : [
                    { href: '/', label: 'Hjem', current: name === 'home' },
                    { href: '/oppgaver', label: 'Oppgaver', count: 3 },
                    { href: '/avvik', label: 'Avvik', current: ['list', 'empty', 'record', 'decision', 'document'].includes(name) },
                    { href: '/systemer', label: 'Systemer' },
                    { href: '/logg', label: 'Logg' },
                    { href: '/innstillinger', label: 'Innstillinger' },
                  ]
            }
            person={page.person === false ? null : { label: 'Personvernombud', role: `Personvernombud, ${names[theme]}` }}
            demo
            now={now}
            unread={4}
            report={page.report === false || page.person === false ? null : { href: '/avvik/ny', label: 'Meld avvik' }}
            {...(page.crumbs
              ? {
                  breadcrumbs: [
                    { href: '/', label: 'Hjem' },
                    { href: '/avvik', label: 'Avvik' },
                    { href: '/avvik/1', label: '2026/114' },
                  ],
                }
              : {})}
            version="0.1.0"
            path="/"
          >
            {page.body}
          </Layout>,
        ),
      )
