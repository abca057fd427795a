/**
 * Words on health and the other special categories (GDPR article 9), and on child welfare, hidden address and criminal record.
 * A starting list, not a complete one: correct it from what organisations report.
 *
 * How a line is read: `gravid*` is every word that begins so; `diagnos/e/en/er` is the stem with each of the endings and nothing else
 * (`//` means the stem alone is a word too). Whole words only; a genitive -s is understood. Written in capitals it counts in capitals only.
 *
 * Left out on purpose: words that name a kind of data and no condition ("helseopplysninger", "pasientjournal"), because a report
 * must be free to say what went astray; and words that mostly mean something else at work ("kreftene", "blindkopi", "smittet", "diagnoserer",
 * nynorsk "vald" = chosen, the name Kristen).
 */
export const words: readonly string[] = [
  // Illness and care, bokmål and nynorsk
  'diagnos/e/en/er/ene/ar/ane diagnosert feildiagnos/e/en/er/ar kreftdiagnos/e/en',
  'sykmeld* sykemeld* sjukmeld* sjukemeld* sykefravær* sjukefråvær* sjukfråvær* egenmelding* eigenmelding*',
  'syk//e sjuk//e sykdom* sjukdom* langtidssyk* langtidssjuk* lidels/e/en/er/ene liding//a/ar/ane',
  'legeerklæring* legeattest* epikrise* sykehusinnlegg* sjukehusinnlegg* tvangsinnl* helseerklæring* helseattest*',
  'medisin//en/er/ar/ene/ane medisinliste* medisiner/e/es/t/ing medisinbruk* legemid* resept//en/er/ar/ene/ane insulin* metadon* ritalin* antidepressiv* vaksinert* cellegift*',
  'kreft//en kreftsyk* kreftsjuk* brystkreft* lungekreft* blodkreft* svulst* leukemi*',
  'epileps* epilept* diabet* astma* allerg* hiv hepatitt* kols demens* dement//e alzheimer* parkinson* hjerneslag* hjerteinfarkt* hjarteinfarkt* hjertesyk* hjartesjuk* kjønnssyk* kjønnssjuk*',
  'gravid* svangerskap* aborten',
  // Mind
  'psykolog//en/er/ar/ene/ane psykologtim* psykologhjelp* skolepsykolog* skulepsykolog* psykiat* psykisk* psykos/e/en/er/ar psykotisk* terapi//en/timen samtaleterapi*',
  'depresjon* deprimer* angst//en angstlid* angstanfall* bipolar* schizofren* traume//t/r/ne ptsd selvmord* sjølvmord* sjølmord* selvskad* sjølvskad* spiseforstyrr* eteforstyrr* anoreks* bulimi*',
  'adhd autis* asperger* tourette* dysleks* dyslekt* dyskalkuli*',
  // Disability
  'funksjonsnedset* funksjonshem* utviklingshem* bevegelseshem* rørslehem* synshem* svaksynt* hørselshem* høyrselshem* tunghørt* tunghøyrd* høreapparat* høyreapparat* rullestolbruk* lærevansk*',
  // Intoxicants
  'rus//en/et/a rusmis* rusmid* rusprob* rusavheng* rusbehandl* rusomsorg* avrus* narkoman* narkotik* alkoholis* alkoholik* alkoholprob* overdos*',
  // Child welfare, school, social services
  'barnevern* bekymringsmelding* uromelding* fosterhjem* fosterheim* fosterbarn* omsorgsovertak* omsorgssvikt* barnefordel*',
  'spesialundervis* spesialpedagog* sakkyndig* mobb/et/a/ar/er mobbing* mobbesak*',
  'sosialhjelp* sosialstønad* ufør//e/t uføretrygd* gjeldsrådgiv* krisesenter*',
  'vold//en voldelig* voldsutsatt* voldsoffer* valden valdeleg* valdsutsett* valdsoffer* overgrep* incest* voldtekt* valdtekt* voldtatt*',
  // Origin, belief, union, politics, sexuality
  'asyl* flyktning* oppholdstillat* opphaldsløyve* etnisk* etnisitet* hudfarge*',
  'fagforen* fagforein* fagorganiser* partimedlem* trosretning* trusretning* religiøs* muslim* jød/e/en/er/ar/isk katolikk*',
  'homofil* homoseksu* lesbisk* bifil* transkjønn* transperson* seksuell*',
  // Criminal record, protection
  'politiattest* vandelsattest* straffedøm* domfel* fengsel* fengsla fengslet varetekt* adressesperr* adressegrader*',
  // Names that mean something else in small letters
  'PPT BUP HABU BPA',
  // English, for reports written in it
  'diagnos/is/es/ed sickness pregnan* cancer depress/ion/ed psychiatr* psycholog/ist/ists disabilit* asylum* autistic autism medication* addict/ion/ed homosexual*',
]

/** Expressions of several words, as a pattern. `_` stands for the space between words. */
export const phrases: readonly string[] = [
  '§+_?9_?-?a',
  'kap(?:ittel|\\.)?_9_?a',
  '9a-sak(?:en|a|er|ene|ane)?',
  'kode_[67]',
  '(?:hemmelige?|hemmeleg|sperret|sperra|skjult|skjerma|skjermet|fortrolig|fortruleg|gradert)_adresser?',
  'pp-(?:tjenesten?|tenesta)',
  'individuelt_tilrettelag[td]_opplæring',
  'sakkunnig_vurdering',
  'multippel_sklerose',
  'provosert_abort',
  'politisk_(?:overbevisning|overtyding)',
  '(?:sick_leave|child_(?:welfare|protection)|trade_union_member(?:ship)?)',
]
