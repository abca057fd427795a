// Made by `npm run db:types` from the migrations. Do not edit.
import type { ColumnType } from 'kysely'

/** Has a default: may be left out when inserted. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
/** Made by the database: may not be written. */
type Always<T> = ColumnType<T, never, never>
/** Parse it where it is read. Written with JSON.stringify: an array would otherwise become a PostgreSQL array. */
type Json = ColumnType<unknown, string, string>
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>

export interface Schema {
  account: {
    id: string
    email: string
    password_hash: string | null
    created_at: Date
    disabled_at: Date | null
    home_organisation_id: string | null
  }
  audit_event: {
    organisation_id: string
    id: string
    at: Date
    actor_id: string | null
    actor_kind: 'person' | 'protected' | 'clockwork'
    subject_type: string
    subject_id: string | null
    type: string
    data: Json
  }
  audit_later: {
    organisation_id: string
    mark: Bytes
    due_at: Date
    count: number
    sealed: Bytes
  }
  authority_letter: {
    organisation_id: string
    id: string
    deviation_id: string
    kind: 'receipt' | 'answer' | 'order' | 'contact'
    at: Date
    reference: string | null
    question: string | null
    content: string
    due_at: Date | null
    followed_at: Date | null
    followed_how: string | null
    registered_by: string
  }
  authority_notice: {
    organisation_id: string
    id: string
    version: Generated<number>
    deviation_id: string
    number: number
    kind: 'preliminary' | 'supplementary' | 'complete' | 'withdrawn'
    status: 'draft' | 'sent' | 'discarded'
    language: 'nb' | 'nn'
    created_at: Date
    main_cause: string | null
    period: string | null
    discovered: string | null
    affected: string | null
    what_happened: string | null
    how_it_arose: string | null
    data_types: string | null
    relation: string | null
    where_now: string | null
    consequences: string | null
    measures_done: string | null
    measures_planned: string | null
    measures_side_effects: string | null
    documentation: string | null
    informed: string | null
    contact: string | null
    further_contact: string | null
    stepwise: string | null
    late_reason: string | null
    withdrawal_reason: string | null
    sent_at: Date | null
    registered_at: Date | null
    registered_by: string | null
    external_reference: string | null
    document_id: string | null
    records: string | null
    special_categories: string | null
    vulnerable: string | null
    cross_border: string | null
    processor: string | null
  }
  deviation: {
    organisation_id: string
    id: string
    version: Generated<number>
    status: 'draft' | 'received' | 'open' | 'proposed' | 'closed'
    profile_version: number
    year: number | null
    number: number | null
    language: 'nb' | 'nn'
    channel: 'form' | 'quick' | 'oral' | 'sms' | 'telephone' | 'email' | 'ownInitiative'
    created_at: Date
    received_at: Date | null
    draft_reminded_at: Date | null
    urgent: Generated<boolean>
    aware_at: Date | null
    aware_by: string | null
    aware_reason: string | null
    extent_confirmed_at: Date | null
    notify_by: Date | null
    authority_track: Generated<'undecided' | 'owed' | 'notOwed' | 'preliminary' | 'notified' | 'withdrawn'>
    authority_notified_at: Date | null
    subjects_track: Generated<'undecided' | 'owed' | 'notOwed' | 'informed'>
    subjects_informed_at: Date | null
    queue_roles: Generated<string[]>
    access_roles: Generated<string[]>
    access_persons: Generated<string[]>
    taken_by: string | null
    taken_at: Date | null
    triage: 'internal' | 'authority' | null
    closed_at: Date | null
    case_type: 'privacyDeviation' | 'securityIncident' | 'ruleDeviation' | 'itEquipment' | null
    personal_data: 'yes' | 'no' | 'unsure' | null
    affected_unit_id: string | null
    affected_leader_id: string | null
    reporter_unit_id: string | null
    reporter_leader_id: string | null
    categories: Generated<string[]>
    what_happened: string | null
    process_element: string | null
    main_cause: string | null
    cause_code: string | null
    period_from: Date | null
    period_to: Date | null
    period_state: 'ended' | 'ongoing' | 'unknown' | null
    discovered_at: Date | null
    affected_known: 'exact' | 'interval' | 'unknown' | null
    affected_count: number | null
    affected_max: number | null
    data_types: Generated<string[]>
    data_types_other: string | null
    relation: Generated<string[]>
    relation_other: string | null
    where_now: string | null
    consequences_organisation: string | null
    consequences_subjects: string | null
    inform_needed: 'yes' | 'no' | 'unsure' | null
    inform_sent: 'yes' | 'no' | null
    inform_sent_on: string | null
    inform_reason: string | null
    system_id: string | null
    device: string | null
    deletion_confirmed: 'yes' | 'no' | 'unknown' | null
    exposed_by: Generated<string[]>
    rule_broken: string | null
    measure_fault: 'missing' | 'doesNotWork' | 'notFollowed' | null
    open_data_affects: Generated<string[]>
    published_fault: 'noBasis' | 'notAnonymised' | null
    item_types: Generated<string[]>
    encrypted: 'yes' | 'partly' | 'no' | 'unknown' | null
    breach_kinds: Generated<string[]>
    breach_manner: 'accidental' | 'unlawful' | 'unknown' | null
    effects: Generated<string[]>
    incident_kind: 'single' | 'repeated' | 'violation' | 'routineFailure' | 'systemFault' | 'other' | null
    serious: 'yes' | 'no' | 'unsure' | null
    external_reference: string | null
    redacted_fields: Generated<string[]>
    directly_affected: 'yes' | 'no' | null
    notify_by_assumed: Generated<boolean>
    open_orders: Generated<number>
  }
  deviation_assessment: {
    organisation_id: string
    deviation_id: string
    large_scale: 'yes' | 'no' | 'unknown' | null
    h4_explanation: string | null
    new_technology: 'yes' | 'no' | null
    new_technology_comment: string | null
    effect_astray: 'yes' | 'danger' | 'no' | 'unknown' | null
    effect_changed: 'yes' | 'danger' | 'no' | 'unknown' | null
    effect_lost: 'yes' | 'danger' | 'no' | 'unknown' | null
    data_encrypted: 'yes' | 'partly' | 'no' | 'unknown' | null
    may_harm_rights: 'yes' | 'no' | 'unsure' | null
    level: 'unlikely' | 'low' | 'medium' | 'high' | null
    level_reason: string | null
    certainty: 'certain' | 'unsure' | 'notCertain' | null
    certainty_reasons: string | null
    enisa_simple: number | null
    enisa_behavioural: number | null
    enisa_financial: number | null
    enisa_sensitive: number | null
    enisa_ease: 25 | 50 | 75 | 100 | null
    enisa_confidentiality: 0 | 25 | 50 | null
    enisa_integrity: 0 | 25 | 50 | null
    enisa_availability: 0 | 25 | 50 | null
    enisa_malicious: 'yes' | 'no' | null
    advice: string | null
    assessed_by: string | null
    assessed_at: Date | null
    rests_on: Json | null
    reason_for: Json | null
  }
  deviation_closing: {
    organisation_id: string
    deviation_id: string
    circumstances: string | null
    volume: string | null
    actual_effects: string | null
    correction: string | null
    lessons: string | null
    routine_change: string | null
    new_solution: string | null
    memo_briefing: string | null
    memo_incident: string | null
    memo_rules: string | null
    memo_discussion: string | null
    memo_assessment: string | null
    memo_conclusion: string | null
    proposal: string | null
    documentation_rests_on: Json | null
    memo_rests_on: Json | null
  }
  deviation_criterion: {
    organisation_id: string
    deviation_id: string
    criterion: 'H1' | 'H2' | 'H3' | 'H4' | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M7' | 'M8' | 'M9' | 'M10' | 'M11' | 'M12'
    ticked_by: string
    ticked_at: Date
  }
  deviation_decision: {
    organisation_id: string
    id: string
    deviation_id: string
    kind: 'breach' | 'authority' | 'subjects' | 'triage' | 'closing' | 'reopening'
    outcome: string
    reason: string | null
    ground: 'unintelligible' | 'riskRemoved' | 'disproportionate' | 'secrecy' | 'lowRisk' | null
    decided_by: string
    decided_at: Date
    rests_on: Json | null
  }
  deviation_handling: {
    organisation_id: string
    deviation_id: string
    short_name: string | null
    severity: 'minor' | 'moderate' | 'serious' | 'critical' | null
    reality: string | null
    extent: string | null
    proposed_measures: string | null
    approach: string | null
    contained: 'yes' | 'partly' | 'no' | null
    contained_at: Date | null
    containment: string | null
    involved: string | null
    breach: 'yes' | 'no' | null
    records_known: 'approximate' | 'unknown' | null
    records_count: number | null
    special_data: 'yes' | 'no' | 'unknown' | null
    vulnerable: 'yes' | 'no' | 'unknown' | null
    cross_border: 'yes' | 'no' | 'unknown' | null
    processor_involved: 'yes' | 'no' | 'unknown' | null
  }
  deviation_inquiry: {
    organisation_id: string
    id: string
    deviation_id: string
    to_reporter: boolean
    person_id: string | null
    resource_role: string | null
    question: string
    asked_by: string
    asked_at: Date
    due_at: Date | null
    answer: string | null
    answered_at: Date | null
  }
  deviation_measure: {
    organisation_id: string
    id: string
    deviation_id: string
    position: number
    purpose: 'limit' | 'repair' | 'prevent' | 'sideEffect' | null
    what: string
    state: 'done' | 'planned'
    responsible: string | null
    due_on: string | null
    done_on: string | null
    responsible_role: string | null
    responsible_person_id: string | null
  }
  deviation_meeting: {
    organisation_id: string
    id: string
    deviation_id: string
    at: Date
    place: string | null
    agenda: string | null
    participants: Json
    others: string | null
    called_by: string
    called_at: Date
    minutes: string | null
    decisions: string | null
    minutes_by: string | null
    minutes_at: Date | null
  }
  deviation_number: {
    organisation_id: string
    year: number
    last: number
  }
  deviation_reporter: {
    organisation_id: string
    deviation_id: string
    mark: Bytes | null
    person_id: string | null
    sealed: Bytes | null
    outside: string | null
    protected: boolean
  }
  deviation_sign_off: {
    organisation_id: string
    deviation_id: string
    role: string
    signed_by: string
    signed_at: Date
    extent: string
    severity: string
    measures: string
    notify: 'yes' | 'no'
    notify_reason: string
    enough: 'yes' | 'no'
    enough_reason: string
    rests_on: Json | null
    fell_at: Date | null
  }
  discarded_draft: {
    organisation_id: string
    id: string
    discarded_on: string
  }
  document: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    kind: string
    number: number
    language: 'nb' | 'nn' | 'en'
    content: Json
    pdf: Bytes
    sha256: Bytes
    created_at: Date
    created_by: string | null
  }
  file: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    name: string
    media_type: string
    size: number
    sha256: Bytes
    state: 'waiting' | 'unscanned' | 'clean' | 'infected'
    scanned_at: Date | null
    added_at: Date
    added_by: string | null
    removed_at: Date | null
    removed_by: string | null
    removal_reason: string | null
  }
  installation: {
    name: string
    value: string
  }
  kept_form: {
    organisation_id: string
    id: string
    owner: Bytes
    place: Bytes
    sealed: Bytes
    posted: boolean
    kept_on: string
  }
  mail: {
    organisation_id: string
    id: string
    address: string | null
    language: 'nb' | 'nn' | 'en'
    kind: string
    title: string
    reference: string | null
    href: string
    status: Generated<'waiting' | 'sending' | 'sent' | 'uncertain' | 'failed'>
    attempts: Generated<number>
    created_at: Date
    sent_at: Date | null
    last_error: string | null
    tried_at: Date | null
    sealed: Bytes | null
  }
  membership: {
    account_id: string
    organisation_id: string
    person_id: string
  }
  message: {
    organisation_id: string
    id: string
    person_id: string | null
    kind: string
    title: Json
    reference: string | null
    href: string
    created_at: Date
    read_at: Date | null
    mark: Bytes | null
  }
  migration: {
    name: string
    sha256: string
    applied_at: Generated<Date>
  }
  notice_copy: {
    organisation_id: string
    id: string
    notice_id: string
    deviation_id: string
    party: string
    party_role: 'processor' | 'jointController' | 'controller' | 'systemOwner' | 'supplier' | 'otherAuthority' | 'other'
    sent_at: Date
    sent_by: string
  }
  notice_owed: {
    organisation_id: string
    id: string
    deviation_id: string
    what: string
    due_at: Date
    supplied_by: string | null
    supplied_at: Date | null
  }
  organisation: {
    id: string
    name: string
    slug: string
    profile_version: Generated<number>
    demo: Generated<boolean>
    created_at: Date
    sort_key: Always<string | null>
  }
  organisation_details: {
    organisation_id: string
    version: number
    number: string | null
    address: string | null
    telephone: string | null
    email: string | null
  }
  organisation_profile: {
    organisation_id: string
    version: number
    profile: Json
    valid_from: Date
  }
  person: {
    organisation_id: string
    id: string
    name: string
    email: string | null
    unit_id: string | null
    leader_id: string | null
    locale: 'nb' | 'nn' | 'en' | null
    demo_slug: string | null
    active: Generated<boolean>
    version: Generated<number>
    sort_key: Always<string | null>
  }
  role_assignment: {
    organisation_id: string
    id: string
    person_id: string
    role: string
    unit_id: string | null
    from_date: string
    to_date: string | null
  }
  session: {
    token_hash: Bytes
    organisation_id: string
    created_at: Date
    seen_at: Date
    expires_at: Date
    mark: Bytes
  }
  sign_in_attempt: {
    bucket: string
    window_start: Date
    failures: Generated<number>
  }
  subject_message: {
    organisation_id: string
    id: string
    version: Generated<number>
    deviation_id: string
    language: 'nb' | 'nn' | 'en'
    status: 'draft' | 'signed' | 'sent'
    created_at: Date
    what_happened: string | null
    consequences: string | null
    measures: string | null
    advice: string | null
    contacts: string | null
    signed_by: string | null
    signed_at: Date | null
    channels: Generated<string[]>
    reach: string | null
    told_count: number | null
    told_unknown: Generated<boolean>
    sent_at: Date | null
    sent_by: string | null
    document_id: string | null
    rests_on: Json | null
  }
  sweep_turn: {
    name: string
    holder: string
    taken_at: Date
  }
  system: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    purpose: string | null
    owner_unit_id: string | null
    owner_id: string | null
    super_user_id: string | null
    data_kinds: Generated<string[]>
    in_use: Generated<'yes' | 'no'>
    sort_key: Always<string | null>
  }
  task: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    kind: string
    key: Generated<string>
    title: Json
    reference: string | null
    href: string
    person_id: string | null
    roles: Generated<string[]>
    due_at: Date | null
    status: Generated<'open' | 'done' | 'dropped'>
    created_at: Date
    ended_at: Date | null
    remind_at: Date | null
    reminded: Generated<number>
    remind_hours_left: Generated<number[]>
    escalated_at: Date | null
    escalated_to: Generated<string[]>
    about: Json | null
  }
  unit: {
    organisation_id: string
    id: string
    name: string
    kind: Generated<string>
    parent_id: string | null
    path: string[]
    leader_id: string | null
    version: Generated<number>
    sort_key: Always<string | null>
  }
}
