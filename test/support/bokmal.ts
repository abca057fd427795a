// Bokmål words and forms that nynorsk does not have: common words and those of the trade. A list finds what is wrong for certain; it does not say that
// the rest is right. What nynorsk also allows (også, gitt, viser) is not on it.
const words = `
ikke hva hvem hvor hvordan hvorfor hvilken hvilke hvilket hver hvert hverken hvis noen noe noens jeg selv_om dere deres mye bare fra
være vært ble gjøre gjør sier kommer se finnes finner krever velger skriver skrevet legger trenger avgjør avgjørelse virker mangler
annet annen disse denne_gangen fremdeles fremover siden egen eget egne uten innen dessuten samme hele flere mer hjem hjemme hjemmel sammen hennes
enhet enheten enheter enhetens enhetene virksomhet virksomheten virksomheter sikkerhet sikkerheten sikkerhets sikkerhetsbrudd sikkerhetsteamet brudd bruddet bruddene
mottatt mottas mottaker mottakere mottakeren melderen meldere meldingen meldinger opplysninger opplysningene personopplysninger personopplysningene
behandlingen behandlinger behandler behandlingsansvarlig ansvarlig ansvarlige alvorlig alvorlige mulig mulige mulighet muligheter
gjelder oppdaget oppdager varsler varslet varsles varslingen vurderingen vurderinger vurderes begrunnelse begrunnelsen begrunn
leder lederen ledere ledergruppe ansatt ansatte personvernombudet innbyggere elever elevene hendelse hendelsen hendelser årsaken tiltakene
konsekvenser konsekvensene rettigheter rettighetene friheter frihetene tilgjengelighet taushetsplikt taushetspliktige
lukket lukker lukkes åpne åpner åpnet åpnes lagret lagrer lagres sendes endret endrer endres endringen endringer slettet sletter slettes vises bekreft bekreftet
bekrefter avsluttet avslutter måneder måneden månedene dager dagene timer timene uke uken uker ukene minutter klokken tiden årene
systemer systemene oppgave oppgaven oppgaver oppgavene saken frister fristene personer personene brukeren brukere brukernavn glemt logger
kategorier kategoriene maler dokumenter dokumentene notater avvikene forsiden lenken filen visningen steder stedet sted tall tallet antall navn navnet
muntlig skriftlig vanlig vanlige ulovlig ulovlige lovlig offentlig offentlige tydelig foreløpig foreløpige midlertidig endelig egentlig forsvarlig
sikret beskyttet spredt spredning ødelagt stjålet mistet funnet hentet skyldes forårsaket medfører omfatter omfattet inneholder inneholdt beskrivelse
beskrivelsen løsning kilde eier systemeier systemeieren veien involverte_personer informasjonssikkerhet
hittil_ikke nå tilfeller tillatelse fremgår fremmed
`
const list = words
  .trim()
  .split(/\s+/)
  .map((word) => word.replaceAll('_', ' '))

/** Whole words, in any case; and whatever is made with an ending that nynorsk lacks. Not inside an address. */
const pattern = new RegExp(
  `(?<![\\p{L}\\d@./-])(?:${list.join('|')}|personvernombud|\\p{L}+(?:ighet|løshet|somhet|barhet)\\p{L}*)(?![\\p{L}@])`,
  'giu',
)

/** The bokmål in a text, each with the words around it. */
export const bokmalIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const around = text.slice(Math.max(0, index - 30), index + found.length + 30)
      return `${found} in “${around.replace(/\s+/g, ' ').trim()}”`
    }),
  ),
]
