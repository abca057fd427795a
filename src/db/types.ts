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
  access_grant: {
    organisation_id: string
    id: string
    version: Generated<number>
    person_id: string
    system_id: string | null
    zone_id: string | null
    role: string | null
    reason: string
    access_need: 'read' | 'change' | 'administer' | 'enter'
    protection_need: 'ordinary' | 'confidential' | 'special'
    from_date: string
    to_date: string | null
    granted_by_id: string
    granted_at: Date
    employment_ends: string | null
    confirmed_at: Date | null
    confirmed_by_id: string | null
    removal_asked_at: Date | null
    removal_asked_by_id: string | null
    removed_on: string | null
    removed_by_id: string | null
    removal_proof: string | null
    sort_key: Always<string | null>
  }
  account: {
    id: string
    email: string
    password_hash: string | null
    created_at: Date
    disabled_at: Date | null
    home_organisation_id: string | null
    factor_secret: Bytes | null
    factor_at: Date | null
    factor_step: number | null
  }
  account_recovery: {
    account_id: string
    mark: Bytes
  }
  agreement: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    our_role: 'controller' | 'processor'
    supplier_id: string | null
    other_party: string | null
    processings_ids: Generated<string[]>
    systems_ids: Generated<string[]>
    unit_id: string | null
    responsible_id: string | null
    purpose: string | null
    nature: string | null
    data_subjects: Generated<string[]>
    data_kinds: Generated<string[]>
    duration: string | null
    sub_processing: 'none' | 'specific' | 'general' | null
    sub_processor_notice_days: number | null
    sub_processor_duties: 'yes' | 'no' | null
    instructions: string | null
    confidentiality: 'yes' | 'no' | null
    security_measures: string | null
    assists_rights: 'yes' | 'no' | null
    assists_security: 'yes' | 'no' | null
    notice_hours: number | null
    audit_right: 'yes' | 'no' | null
    warns_unlawful: 'yes' | 'no' | null
    transfers: 'yes' | 'no' | null
    transfer_basis: 'adequacy' | 'standardClauses' | 'bindingRules' | 'derogation' | null
    at_end: 'deleted' | 'returned' | null
    changes: string | null
    assessed_on: string | null
    assessed_by_id: string | null
    guarantees: string | null
    assessed_security: string | null
    assessed_chain: string | null
    conclusion: 'sound' | 'conditions' | 'unsound' | null
    conditions: string | null
    archive_reference: string | null
    ends_on: string | null
    audit_every_months: number | null
    status: 'draft' | 'inForce' | 'ended'
    our_signatory: string | null
    our_signed_on: string | null
    their_signatory: string | null
    their_signed_on: string | null
    in_force_on: string | null
    ended_on: string | null
    end_reason: 'serviceEnded' | 'terminated' | 'expired' | 'replaced' | null
    data_at_end: 'deleted' | 'returned' | null
    data_at_end_on: string | null
    data_at_end_note: string | null
    replaces_id: string | null
    sort_key: Always<string | null>
    registered_by_id: string | null
  }
  agreement_audit: {
    organisation_id: string
    agreement_id: string
    id: string
    planned_on: string
    held_on: string | null
    finding: string | null
    action: string | null
  }
  agreement_request: {
    organisation_id: string
    id: string
    version: Generated<number>
    kind: 'agreement' | 'drafting'
    counterpart: string
    about: string
    unit_id: string | null
    asked_by_id: string
    asked_at: Date
    answer: string | null
    agreement_id: string | null
    answered_by_id: string | null
    answered_at: Date | null
    sort_key: Always<string | null>
  }
  agreement_sub_processor: {
    organisation_id: string
    agreement_id: string
    id: string
    name: string
    service: string | null
    country: string
    in_eea: 'yes' | 'no'
    transfer_basis: 'adequacy' | 'standardClauses' | 'bindingRules' | 'derogation' | null
    authorised_on: string | null
    noticed_on: string | null
    answer: 'accepted' | 'objected' | null
    answered_on: string | null
    objection: string | null
  }
  answer_taken: {
    mark: Bytes
    until: Date
  }
  approval: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    part: string
    verdict: 'approved' | 'returned'
    rests_on: string
    reason: string | null
    given_by: string
    on_behalf_of: string | null
    given_at: Date
    fell_at: Date | null
    fell_because: 'changed' | 'withdrawn' | 'replaced' | null
  }
  approval_stand_in: {
    organisation_id: string
    subject_type: string
    subject_id: string
    part: string
    person_id: string
    given_by: string
    given_at: Date
  }
  archive_filing: {
    organisation_id: string
    id: string
    package_id: string | null
    document_id: string
    record_type: string
    record_id: string
    kind: string
    document_at: Date
    edition: number | null
    kept_where: 'documents' | 'files' | null
    kept_id: string | null
    title: string
    folder: string | null
    file_name: string | null
    sha256: Bytes | null
    access: 'public' | 'exempt'
    ground: string | null
    reference: string | null
    filed_at: Date
    filed_by: string
  }
  archive_package: {
    organisation_id: string
    id: string
    version: Generated<number>
    made_at: Date
    made_by: string
    documents: number
    reference: string | null
    received_on: string | null
    received_by: string | null
  }
  article: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'article' | 'handbook' | 'routine' | 'guideline' | 'tip'
    audiences: Generated<string[]>
    unit_id: string | null
    owner_id: string | null
    rank: number | null
    valid_from: string | null
    valid_until: string | null
    must_confirm: 'yes' | 'no' | null
    shown_at: Generated<string[]>
    title_nb: string | null
    body_nb: string | null
    title_nn: string | null
    body_nn: string | null
    title_en: string | null
    body_en: string | null
    systems_ids: Generated<string[]>
    work_processes_ids: Generated<string[]>
    sources_ids: Generated<string[]>
    status: 'draft' | 'reviewed' | 'adopted' | 'retired'
    reviewed_by_id: string | null
    reviewed_at: Date | null
    edition: Generated<number>
    adopted_by: string | null
    adopted_on: string | null
    minutes: string | null
    published_at: Date | null
    changed_at: Date | null
    checked_on: string | null
    start_key: string | null
    sort_key: Always<string | null>
    check_nb: string | null
    check_nn: string | null
    check_en: string | null
    retired_on: string | null
    replaced_by_id: string | null
  }
  article_confirmation: {
    organisation_id: string
    article_id: string
    edition: number
    person_id: string
    at: Date
    id: Generated<string>
  }
  article_edition: {
    organisation_id: string
    article_id: string
    edition: number
    content: Json
    adopted_by: string
    adopted_on: string
    minutes: string | null
    published_at: Date
    published_by_id: string | null
    replaced_on: string | null
    keep_until: string | null
  }
  article_published: {
    organisation_id: string
    id: string
    edition: number
    name: string
    kind: string
    audiences: Generated<string[]>
    unit_id: string | null
    owner_id: string | null
    rank: number | null
    valid_from: string | null
    valid_until: string | null
    must_confirm: string | null
    shown_at: Generated<string[]>
    title_nb: string | null
    body_nb: string | null
    title_nn: string | null
    body_nn: string | null
    title_en: string | null
    body_en: string | null
    systems_ids: Generated<string[]>
    work_processes_ids: Generated<string[]>
    sources_ids: Generated<string[]>
    adopted_by: string
    adopted_on: string
    minutes: string | null
    published_at: Date
    changed_at: Date
    sort_key: Always<string | null>
    check_nb: string | null
    check_nn: string | null
    check_en: string | null
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
  audit_finding: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    audit_id: string
    grade: 'major' | 'minor' | 'improvement'
    found: string | null
    action: string | null
    owner_id: string | null
    due_on: string | null
    closed_on: string | null
    outcome: string | null
    sort_key: Always<string | null>
    done_on: string | null
    effect: string | null
  }
  audit_later: {
    organisation_id: string
    mark: Bytes
    due_at: Date
    count: number
    sealed: Bytes
  }
  audit_seal: {
    organisation_id: string
    number: number
    text: string
    signature: Bytes
  }
  audit_sealed: {
    organisation_id: string
    seal: number
    place: number
    event_id: string
    hash: Bytes
  }
  audit_unsealed: {
    organisation_id: string
    at: Date
    event_id: string
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
  calendar_feed: {
    organisation_id: string
    id: string
    person_id: string
    made_at: Date
    revoked_at: Date | null
    read_at: Date | null
    hour_from: Date | null
    hour_reads: Generated<number>
  }
  camera: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    origin: 'ours' | 'found'
    unit_id: string
    site: string | null
    area: string | null
    kind: 'real' | 'dummy' | null
    purposes: Generated<string[]>
    other_purpose: string | null
    system_id: string | null
    processing_id: string | null
    recognisable: 'yes' | 'no' | null
    systematic: 'yes' | 'no' | null
    large_scale: 'yes' | 'no' | null
    public_place: 'yes' | 'no' | null
    workplace: 'yes' | 'no' | null
    dpia_id: string | null
    alt_lighting: 'notEnough' | 'unsuitable' | 'enough' | null
    alt_locks: 'notEnough' | 'unsuitable' | 'enough' | null
    alt_staff: 'notEnough' | 'unsuitable' | 'enough' | null
    alt_access: 'notEnough' | 'unsuitable' | 'enough' | null
    alt_routines: 'notEnough' | 'unsuitable' | 'enough' | null
    alt_other: 'notEnough' | 'unsuitable' | 'enough' | null
    alternatives_why: string | null
    justification: string | null
    basis: 'publicTask' | 'legalObligation' | 'legitimateInterests' | null
    law_reference: string | null
    consulted_on: string | null
    consulted_with: string | null
    mode: 'live' | 'recording' | 'both' | null
    sound: 'yes' | 'no' | null
    sound_reason: string | null
    hours: string | null
    masked: string | null
    retention_days: number | null
    retention_reason: string | null
    erase: 'delete' | 'anonymise' | null
    viewers_ids: Generated<string[]>
    viewers_text: string | null
    sign_on: string | null
    sign_place: string | null
    sign_more: string | null
    status: 'planned' | 'approved' | 'active' | 'changed' | 'off' | 'unauthorised' | 'removed'
    approved_at: Date | null
    approved_by_id: string | null
    decision: string | null
    active_on: string | null
    removed_on: string | null
    reported_on: string | null
    sort_key: Always<string | null>
  }
  campaign: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    year: number
    questionnaire_id: string
    units_ids: Generated<string[]>
    opens_on: string
    due_on: string
    days_a_level: Generated<number>
    contact: string | null
    administrator_id: string
    status: 'planned' | 'open' | 'closed'
    opened_at: Date | null
    closed_at: Date | null
  }
  campaign_answer: {
    organisation_id: string
    campaign_unit_id: string
    question: string
    option: string | null
    comment: string | null
    reason: string | null
    follow: 'action' | 'acceptance' | null
    action: string | null
    owner_id: string | null
    due_on: string | null
    done_on: string | null
    done_note: string | null
  }
  campaign_forward: {
    organisation_id: string
    id: string
    campaign_unit_id: string
    question: string
    asked_by_id: string
    asked_id: string
    note: string | null
    asked_at: Date
    status: 'open' | 'answered' | 'withdrawn'
    ended_at: Date | null
  }
  campaign_respondent: {
    organisation_id: string
    campaign_unit_id: string
    person_id: string
    first_at: Date
    last_at: Date
    sent: Generated<boolean>
  }
  campaign_unit: {
    organisation_id: string
    id: string
    version: Generated<number>
    campaign_id: string
    unit_id: string
    name: string
    kind: string
    parent_id: string | null
    depth: number
    position: number
    due_on: string
    status: 'open' | 'sent'
    sent_at: Date | null
    delegate_id: string | null
    people: Generated<number>
  }
  checklist_tick: {
    organisation_id: string
    person_id: string
    article_id: string
    at: Date
  }
  comment: {
    organisation_id: string
    id: string
    version: Generated<number>
    subject_type: string
    subject_id: string
    audience: 'handlers' | 'all'
    text: string | null
    mentions_ids: Generated<string[]>
    written_at: Date
    written_by: string
    edited_at: Date | null
    withdrawn_at: Date | null
    text_sealed: Bytes | null
  }
  control_activity: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'questionnaire' | 'training' | 'exercise' | 'planReview' | 'campaign' | 'other'
    due_on: string
    every: 'once' | '1' | '3' | '6' | '12'
    responsible_id: string | null
    units_ids: Generated<string[]>
    description: string | null
    done_on: string | null
    outcome: string | null
    sort_key: Always<string | null>
    follows_id: string | null
    meant_day: number | null
  }
  control_activity_unit: {
    organisation_id: string
    activity_id: string
    unit_id: string
    done_at: Date
    done_by: string
  }
  data_extract: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    system_id: string
    unit_id: string
    made_on: string
    recipient: string
    disclosure_id: string | null
    sort_key: Always<string | null>
  }
  delegation: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    authority: 'processing' | 'systems' | 'disclosure' | 'access' | 'agreements' | 'subjectRequests' | 'notices' | 'cameras' | 'other'
    other_authority: string | null
    delegated_by_id: string
    delegated_to_id: string
    unit_id: string | null
    processings_ids: Generated<string[]>
    systems_ids: Generated<string[]>
    from_date: string
    to_date: string | null
    ground: string
    documented_in: string
    onward: 'yes' | 'no'
    in_force: 'yes' | 'no'
    sort_key: Always<string | null>
    own_hand_at: Date | null
  }
  deletion: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    subject: 'processing' | 'camera' | 'recording'
    subject_id: string
    unit_id: string | null
    owner_id: string | null
    why: 'purposeEnded' | 'basisEnded' | 'timeUp' | 'takenDown'
    due_on: string
    planned: 'delete' | 'anonymise'
    state: 'due' | 'confirming' | 'done' | 'stopped' | 'dropped'
    outcome: 'deleted' | 'anonymised' | 'archived' | null
    done_on: string | null
    what: string | null
    method: string | null
    archive: 'yes' | 'no' | null
    archive_basis: string | null
    archive_place: string | null
    done_by_id: string | null
    done_at: Date | null
    second_by_id: string | null
    second_at: Date | null
    sort_key: Always<string | null>
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
    channel: 'form' | 'quick' | 'open' | 'oral' | 'sms' | 'telephone' | 'email' | 'ownInitiative' | 'imported'
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
    external_key: Always<string | null>
    routine_id: string | null
    merged_into: string | null
    merged_at: Date | null
    merge_undone_by: Json | null
    regime_due: Date | null
    deadline_order: Always<Date | null>
    counted_year: Always<number | null>
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
    confidentiality: 'low' | 'medium' | 'high' | null
    integrity: 'low' | 'medium' | 'high' | null
    availability: 'low' | 'medium' | 'high' | null
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
    announce_happened: string | null
    announce_consequences: string | null
    announce_measures: string | null
    announce_contact: string | null
    announce_english: string | null
    announced_on: string | null
    announced_where: string | null
    involved_sealed: Bytes | null
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
    outside: Generated<boolean>
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
    evidence: string | null
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
  deviation_outsider: {
    organisation_id: string
    inquiry_id: string
    link_mark: Bytes
    address: Bytes
    until: Date
  }
  deviation_regime: {
    organisation_id: string
    deviation_id: string
    regime: 'digitalSecurity' | 'processor'
    applies: 'yes' | 'no'
    known_at: Date | null
    reason: string | null
    warned_at: Date | null
    updated_at: Date | null
    reported_at: Date | null
  }
  deviation_reply: {
    organisation_id: string
    deviation_id: string
    token_mark: Bytes
    sealed: Bytes
  }
  deviation_reporter: {
    organisation_id: string
    deviation_id: string
    mark: Bytes | null
    person_id: string | null
    sealed: Bytes | null
    outside: string | null
    protected: boolean
    receipt_mark: string | null
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
  device: {
    organisation_id: string
    id: string
    version: Generated<number>
    number: string
    kind: 'laptop' | 'desktop' | 'tablet' | 'mobile' | 'memoryStick' | 'other'
    model: string | null
    unit_id: string
    holder_id: string | null
    issued_on: string | null
    reasons: string[]
    stores_data: 'yes' | 'no' | 'unknown'
    encrypted: 'yes' | 'no' | 'unknown' | null
    status: 'inUse' | 'lost' | 'stolen' | 'received' | 'reusable' | 'scrapped'
    lost_at: Date | null
    blocked_at: Date | null
    sort_key: Always<string | null>
    leaves_on: string | null
  }
  directory_entry: {
    organisation_id: string
    person_id: string
    version: Generated<number>
    external_id: string | null
    user_name: string
    user_name_key: Always<string>
    display_name: string | null
    formatted_name: string | null
    given_name: string | null
    family_name: string | null
    email: string | null
    department: string | null
    department_key: Always<string | null>
    manager: string | null
    created_at: Date
    changed_at: Date
    gone_at: Date | null
    manager_found: Generated<boolean>
    department_found: Generated<boolean>
  }
  directory_token: {
    organisation_id: string
    id: string
    name: string
    token_hash: Bytes
    made_at: Date
    made_by_id: string
    expires_on: string
    used_at: Date | null
    minute_at: Date | null
    minute_count: Generated<number>
    withdrawn_at: Date | null
  }
  directory_waiting: {
    organisation_id: string
    id: string
    person_id: string
    external_id: string | null
    user_name: string
    user_name_key: Always<string>
    display_name: string
    email: string | null
    seen_at: Date
  }
  discarded_draft: {
    organisation_id: string
    id: string
    discarded_on: string
  }
  disclosure: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    system_id: string
    unit_id: string | null
    recipient_kind: string
    recipient: string
    data_kinds: Generated<string[]>
    purpose_kind: string
    purpose: string
    legal_basis: string | null
    until: string
    status: 'asked' | 'consulting' | 'approved' | 'refused' | 'ended'
    routine: 'inside' | 'outside'
    asked_by_id: string
    asked_at: Date
    doubt: string | null
    consulted_at: Date | null
    statement: string | null
    stated_by_id: string | null
    stated_at: Date | null
    decision: 'approved' | 'refused' | null
    reason: string | null
    decided_by_id: string | null
    decided_at: Date | null
    deleted_on: string | null
    deletion_proof: string | null
    sort_key: Always<string | null>
  }
  disclosure_approver: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    unit_id: string
    approvers_ids: Generated<string[]>
    sort_key: Always<string | null>
  }
  disclosure_rule: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    system_id: string
    data_kinds: Generated<string[]>
    purposes: Generated<string[]>
    recipients: Generated<string[]>
    in_force: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  document: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    kind: string
    number: number
    language: 'nb' | 'nn' | 'en' | 'se'
    content: Json
    pdf: Bytes
    sha256: Bytes
    created_at: Date
    created_by: string | null
  }
  dpia: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    about: string | null
    processings_ids: Generated<string[]>
    systems_ids: Generated<string[]>
    risks_ids: Generated<string[]>
    unit_id: string | null
    owner_id: string | null
    risk_owner_id: string | null
    author_id: string | null
    participants_ids: Generated<string[]>
    high_risk: 'yes' | 'no' | 'undetermined' | null
    high_risk_why: string | null
    on_list: 'yes' | 'no' | 'undetermined' | null
    list_items: Generated<string[]>
    evaluation: 'yes' | 'no' | 'undetermined' | null
    automated: 'yes' | 'no' | 'undetermined' | null
    monitoring: 'yes' | 'no' | 'undetermined' | null
    sensitive: 'yes' | 'no' | 'undetermined' | null
    large_scale: 'yes' | 'no' | 'undetermined' | null
    combining: 'yes' | 'no' | 'undetermined' | null
    vulnerable: 'yes' | 'no' | 'undetermined' | null
    new_technology: 'yes' | 'no' | 'undetermined' | null
    hindering: 'yes' | 'no' | 'undetermined' | null
    assessed_in_law: 'yes' | 'no' | 'undetermined' | null
    like_id: string | null
    decision: 'do' | 'dont' | null
    decision_reason: string | null
    purpose: string | null
    data_subjects: Generated<string[]>
    data_kinds: Generated<string[]>
    how_many: string | null
    collected: string | null
    used: string | null
    shared: string | null
    kept: string | null
    deleted: string | null
    access: string | null
    legal_basis: string | null
    necessary: string | null
    less_intrusive: string | null
    proportionate: string | null
    quality: string | null
    informed: string | null
    handled: string | null
    freedoms: string | null
    views_sought: 'yes' | 'no' | null
    views_how: string | null
    views_said: string | null
    views_followed: string | null
    status: 'draft' | 'withDpo' | 'returned' | 'toDecide' | 'approved' | 'changed' | 'ended'
    scale: '4' | '5'
    edition: Generated<number>
    initiator_id: string | null
    begun_on: string
    approved_at: Date | null
    touched_at: Date
    waived_by_id: string | null
    waived_at: Date | null
    waived_reason: string | null
    waived_for: string | null
    consulted_on: string | null
    consultation_reference: string | null
    consultation_answered_on: string | null
    consultation_answer: string | null
    control_on: string | null
    sort_key: Always<string | null>
  }
  dpia_control: {
    organisation_id: string
    dpia_id: string
    id: string
    controlled_by: string | null
    controlled_on: string
    result: 'asDescribed' | 'deviates'
    findings: string
    next_on: string | null
  }
  dpia_measure: {
    organisation_id: string
    dpia_id: string
    id: string
    name: string
    scenarios_ids: Generated<string[]>
    kind: 'organisational' | 'technical' | 'physical' | 'training'
    effect: Generated<string[]>
    owner_id: string | null
    due_on: string | null
    decided_by_id: string | null
    decided_on: string | null
    done_on: string | null
    evidence: string | null
    review_on: string | null
  }
  dpia_round: {
    organisation_id: string
    dpia_id: string
    id: string
    sent_by_id: string | null
    sent_at: Date
    sent_for: string
    question: string | null
    taken_back_at: Date | null
    verdict: 'sound' | 'conditions' | 'moreWork' | 'against' | null
    advice: string | null
    consult: 'yes' | 'no' | null
    follow_on: string | null
    advised_by_id: string | null
    advised_at: Date | null
    answer: string | null
    answered_by_id: string | null
    answered_at: Date | null
  }
  dpia_scenario: {
    organisation_id: string
    dpia_id: string
    id: string
    name: string
    cause: string | null
    harms: Generated<string[]>
    how: string | null
    likelihood: '1' | '2' | '3' | '4' | '5' | null
    for_subjects: '1' | '2' | '3' | '4' | '5' | null
    why: string | null
    likelihood_after: '1' | '2' | '3' | '4' | '5' | null
    for_subjects_after: '1' | '2' | '3' | '4' | '5' | null
    why_after: string | null
  }
  dpo_report: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    period_from: string
    period_to: string
    summary: string | null
    advice: string | null
    delivered_on: string | null
    cases: Json | null
    sort_key: Always<string | null>
  }
  employment: {
    organisation_id: string
    id: string
    version: Generated<number>
    number: string
    person_id: string
    kind: 'employee' | 'consultant' | 'temporary' | 'other'
    position: string | null
    starts_on: string
    ends_on: string | null
    contract_on: string | null
    declaration_on: string | null
    declaration_until: string | null
    sort_key: Always<string | null>
    stopped_for: string | null
  }
  employment_checklist: {
    organisation_id: string
    id: string
    version: Generated<number>
    employment_id: string
    kind: 'start' | 'change' | 'leave'
    day: string
    closed_at: Date | null
    closed_by_id: string | null
  }
  employment_step: {
    organisation_id: string
    checklist_id: string
    step: string
    done_on: string
    proof: string | null
    done_by_id: string
    done_at: Date
  }
  equipment_delivery: {
    organisation_id: string
    id: string
    version: Generated<number>
    device_id: string | null
    what: string | null
    kind: 'laptop' | 'desktop' | 'tablet' | 'mobile' | 'memoryStick' | 'other'
    unit_id: string
    stores_data: 'yes' | 'no' | 'unknown'
    proposed_at: Date
    status: 'asked' | 'planned' | 'received' | 'erased' | 'reused' | 'scrapped' | 'cancelled'
    asked_by_id: string
    agreed_at: Date | null
    agreed_by_id: string | null
    received_at: Date | null
    received_by_id: string | null
    method: 'overwritten' | 'keyErased' | 'reset' | 'destroyed' | null
    tool: string | null
    erased_on: string | null
    erased_by_id: string | null
    ended_at: Date | null
    ended_by_id: string | null
    sort_key: Always<string | null>
  }
  ethics_complaint: {
    organisation_id: string
    id: string
    version: Generated<number>
    unit_id: string
    person_group: 'employee' | 'applicant' | 'candidate' | 'graduate'
    against: string | null
    about_leader: 'no' | 'yes'
    about: string | null
    status: 'draft' | 'sent' | 'received' | 'closed'
    year: number | null
    number: number | null
    writer_id: string
    written_at: Date
    sent_at: Date | null
    receiver_unit_id: string | null
    received_by_id: string | null
    received_at: Date | null
    outcome: string | null
    closed_by_id: string | null
    closed_at: Date | null
    against_sealed: Bytes | null
    about_sealed: Bytes | null
    outcome_sealed: Bytes | null
  }
  ethics_number: {
    organisation_id: string
    year: number
    last: number
  }
  ethics_talk: {
    organisation_id: string
    id: string
    version: Generated<number>
    unit_id: string
    head_id: string
    writer_id: string
    asked_at: Date
    arranged_at: Date | null
  }
  file: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    name: string | null
    media_type: string
    size: number
    sha256: Bytes | null
    state: 'waiting' | 'unscanned' | 'clean' | 'infected'
    scanned_at: Date | null
    added_at: Date
    added_by: string | null
    removed_at: Date | null
    removed_by: string | null
    removal_reason: string | null
    name_sealed: Bytes | null
    key_sealed: Bytes | null
    mark: Bytes | null
    sealed_as: string | null
  }
  glossary_term: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    meaning_nb: string | null
    name_nn: string | null
    meaning_nn: string | null
    name_en: string | null
    meaning_en: string | null
    also_called: string | null
    source: string | null
    read_on: string | null
    in_use: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  governing_document: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'goals' | 'strategy' | 'organisation' | 'responsibility' | 'contingencyPlan' | 'other'
    content: string | null
    place: string | null
    owner_id: string | null
    edition: string | null
    in_force: 'yes' | 'no'
    approved_at: Date | null
    approved_by_id: string | null
    sort_key: Always<string | null>
    information_classes: Generated<('public' | 'internal' | 'exempt' | 'personal' | 'sensitive')[]>
  }
  house_key: {
    single: Generated<boolean>
    wrapped: Bytes
    wrapped_by: string
    made_at: Generated<Date>
  }
  id_card: {
    organisation_id: string
    id: string
    version: Generated<number>
    uses: string[]
    zones: string | null
    delivery: 'mail' | 'collect' | null
    replaces_id: string | null
    holder_id: string
    leader_id: string | null
    card_number: string | null
    status: 'ordered' | 'declined' | 'passed' | 'produced' | 'sent' | 'ready' | 'active' | 'lost' | 'deactivated' | 'returned'
    ordered_at: Date | null
    passed_at: Date | null
    produced_at: Date | null
    delivered_at: Date | null
    received_at: Date | null
    lost_at: Date | null
    deactivated_at: Date | null
    replaced_at: Date | null
    leaves_on: string | null
    handed_in_at: Date | null
    forwarded_at: Date | null
    returned_at: Date | null
    sort_key: Always<string | null>
  }
  information_notice: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    processing_id: string
    when_given: string | null
    where_given: string | null
    rights: string | null
    consent_text: string | null
    consent_how: string | null
    consent_when: string | null
    consent_recorded: string | null
    consent_withdrawn: string | null
    status: Generated<'draft' | 'published'>
    edition: number | null
    published_at: Date | null
    published_by_id: string | null
    said_purpose: string | null
    said_storage_time: string | null
    said_rights: string | null
    sort_key: Always<string | null>
  }
  inspection: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'public' | 'internal'
    authority: string | null
    held_on: string
    unit_id: string | null
    reference: string | null
    result: string | null
    action: string | null
    owner_id: string | null
    due_on: string | null
    closed_on: string | null
    outcome: string | null
    sort_key: Always<string | null>
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
  link_mark: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    because_type: string
    because_id: string
    event: string
    fields: Generated<string[]>
    marked_by: string | null
    marked_at: Date
    looked_by: string | null
    looked_at: Date | null
    note: string | null
    told_at: Date | null
  }
  loan_card: {
    organisation_id: string
    id: string
    version: Generated<number>
    holder_id: string
    card_number: string
    lent_at: Date
    handed_in_at: Date | null
    sort_key: Always<string | null>
    lost_at: Date | null
    deactivated_at: Date | null
  }
  log_review: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    system_id: string
    period_from: string
    period_to: string
    reason: 'routine' | 'incident' | 'suspicion' | 'asked'
    why: string | null
    result: 'nothing' | 'followUp' | 'deviation'
    found: string | null
    by_id: string
    done_on: string
    sort_key: Always<string | null>
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
    leaves_nothing: Generated<boolean>
    more: Generated<number>
    reply: Bytes | null
  }
  mail_held: {
    organisation_id: string
    validity: string
    uid: number
    size: number
    received_at: Date
    sender_mark: Bytes
    known: boolean
    held_at: Date
  }
  mail_in: {
    organisation_id: string
    id: string
    version: Generated<number>
    fingerprint: Bytes
    validity: string
    uid: number
    marked_read: Generated<boolean>
    received_at: Date
    status: 'waiting' | 'made' | 'joined' | 'dismissed' | 'aside'
    aside: 'own' | 'automatic' | 'bounce' | null
    sender: Bytes | null
    subject: string | null
    text: string | null
    unread: 'tooLarge' | 'broken' | null
    left_out: Generated<number>
    dmarc: 'pass' | 'fail' | null
    late: Generated<boolean>
    deviation_id: string | null
    settled_at: Date | null
    settled_by: string | null
    dismissal: 'spam' | 'notDeviation' | 'known' | null
    told: Generated<boolean>
    sender_mark: Bytes | null
    known: Generated<boolean>
    taken_at: Generated<Date>
  }
  mailbox_access: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    person_id: string
    what: Generated<string[]>
    ground: 'operations' | 'breach'
    why: string
    notice_on: string | null
    no_notice: string | null
    heard: 'yes' | 'declined' | 'notPossible' | null
    held_on: string | null
    presence: 'present' | 'represented' | 'declined' | 'notPossible' | null
    method: string | null
    opened: string | null
    result: string | null
    note_on: string | null
    closed_on: string | null
    sort_key: Always<string | null>
  }
  mailbox_reading: {
    organisation_id: string
    begun_at: Date
    validity: string
    next_uid: number
    read_at: Date | null
    fault: 'setUp' | 'signIn' | 'unavailable' | 'tokenRefused' | 'tokenAway' | null
    fault_at: Date | null
    place: string | null
    below: number | null
    anchor_uid: number | null
    anchor_size: number | null
    anchor_at: Date | null
    held_told_at: Date | null
  }
  major_outage: {
    organisation_id: string
    deviation_id: string
    criteria: string[]
    said_by: string
    said_at: Date
  }
  management_decision: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    review_id: string
    owner_id: string | null
    due_on: string
    closed_on: string | null
    outcome: string | null
    sort_key: Always<string | null>
  }
  management_review: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    held_on: string
    period_from: string
    period_to: string
    place: string | null
    participants_ids: Generated<string[]>
    audits_note: string | null
    deviations_note: string | null
    inspections_note: string | null
    laws_note: string | null
    data_note: string | null
    threats_note: string | null
    incidents_note: string | null
    organisation_note: string | null
    buildings_note: string | null
    plans_note: string | null
    status_summary: string | null
    security_judgement: string | null
    further_measures: string | null
    goals_decision: 'keep' | 'change' | null
    goals_reason: string | null
    strategy_decision: 'keep' | 'change' | null
    strategy_reason: string | null
    organisation_decision: 'keep' | 'change' | null
    organisation_reason: string | null
    state: Generated<'planned' | 'approved'>
    frozen_at: Date | null
    approved_at: Date | null
    approved_by_id: string | null
    pack: Json | null
    sort_key: Always<string | null>
  }
  management_review_item: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    review_id: string
    content: string | null
    sort_key: Always<string | null>
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
  openid_expected: {
    organisation_id: string
    provider_id: string
    person_id: string
    value_mark: Bytes
  }
  openid_link: {
    organisation_id: string
    provider_id: string
    subject_mark: Bytes
    person_id: string
    way: 'invitation' | 'email' | 'claim'
    linked_at: Date
  }
  openid_once: {
    organisation_id: string
    mark: Bytes
    until: Date
  }
  openid_provider: {
    organisation_id: string
    id: string
    version: Generated<number>
    kind: 'entra' | 'feide' | 'idporten' | 'ansattporten' | 'other'
    name: string
    issuer: string
    client_id: string
    scopes: string | null
    levels: string | null
    linking: 'invitation' | 'email' | 'claim'
    claim: string | null
    active: 'yes' | 'no'
    secret: Bytes | null
    secret_at: Date | null
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
    logo_id: string | null
  }
  organisation_key: {
    organisation_id: string
    version: number
    wrapped: Bytes | null
    wrapped_by: string | null
    made_at: Generated<Date>
    made_in: Generated<string>
    resealed_at: Date | null
  }
  organisation_logo: {
    organisation_id: string
    id: string
    png: Bytes
    width: number
    height: number
    added_at: Date
    added_by: string
  }
  organisation_profile: {
    organisation_id: string
    version: number
    profile: Json
    valid_from: Date
  }
  own_record: {
    organisation_id: string
    id: string
    version: Generated<number>
    kind: string
    hold_reason: 'dispute' | 'authority' | 'police' | 'accessRequest' | null
    hold_review_on: string | null
    held_by_id: string | null
    held_at: Date | null
    archived_as: string | null
    archived_by_id: string | null
    archived_at: Date | null
    sort_key: Always<string | null>
  }
  passkey: {
    id: string
    account_id: string
    credential: Bytes
    public_key: Bytes
    counter: number
    transports: string[]
    name: string
    synced: boolean
    created_at: Date
    used_at: Date | null
  }
  password_rule: {
    organisation_id: string
    id: string
    version: Generated<number>
    passwords: 'everyone' | 'emergency'
    emergency_id: string | null
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
    left_on: string | null
    forgotten_on: string | null
  }
  person_word: {
    organisation_id: string
    part: string
    person_id: string
  }
  plan_exercise: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    plan_id: string
    held_on: string
    leader_id: string | null
    scenario: string | null
    result: string | null
    sort_key: Always<string | null>
  }
  planned_setting: {
    organisation_id: string
    id: string
    setting: string
    holds_from: string
    answers: Json
    planned_at: Date
    planned_by: string
    refused_at: Date | null
    refused_why: string | null
  }
  premises_zone: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    unit_id: string | null
    protection: 'open' | 'staff' | 'restricted'
    about: string | null
    in_use: 'yes' | 'no'
    sort_key: Always<string | null>
    responsible_id: string | null
    measures: Generated<string[]>
  }
  processing: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    purpose: string | null
    kind: 'administrative' | 'research'
    our_role: 'controller' | 'processor'
    kinds_of_use: Generated<string[]>
    medium: 'electronic' | 'manual' | 'both' | null
    work_processes_ids: Generated<string[]>
    systems_ids: Generated<string[]>
    unit_id: string | null
    responsible_id: string | null
    joint_controllers: string | null
    processors: string | null
    data_subjects: Generated<string[]>
    data_kinds: Generated<string[]>
    basis: Generated<string[]>
    law_reference: string | null
    special_basis: Generated<string[]>
    special_reference: string | null
    sources: string | null
    recipients: string | null
    transfers: 'yes' | 'no' | null
    safeguards: string | null
    storage_time: string | null
    security_measures: string | null
    security_judged: 'satisfactory' | 'notSatisfactory' | null
    security_judged_on: string | null
    special_needs: 'yes' | 'no' | null
    extended_measure: string | null
    extended_owner_id: string | null
    extended_due: string | null
    starts_on: string | null
    external_reference: string | null
    external_status: 'notNotified' | 'notified' | 'assessed' | null
    external_on: string | null
    prior_approval: 'none' | 'priorConsultation' | 'licence' | null
    prior_approval_number: string | null
    prior_approval_on: string | null
    prior_approval_until: string | null
    status: 'draft' | 'approved' | 'changed' | 'ended'
    notified_at: Date | null
    late_reason: string | null
    permission: 'granted' | 'refused' | null
    permission_at: Date | null
    permission_by_id: string | null
    approved_at: Date | null
    approved_by_id: string | null
    touched_at: Date
    sort_key: Always<string | null>
    processed_by_ids: Generated<string[]>
    confidentiality: 'low' | 'medium' | 'high' | null
    integrity: 'low' | 'medium' | 'high' | null
    availability: 'low' | 'medium' | 'high' | null
    purpose_ends_on: string | null
    basis_ends_on: string | null
    deletion_routine: string | null
    erase: 'delete' | 'anonymise' | null
    archive: 'yes' | 'no' | null
    registered_by_id: string | null
  }
  processing_check: {
    organisation_id: string
    processing_id: string
    point: string
    answer: 'yes' | 'no' | null
    note: string | null
    checked_on: string | null
    responsible_id: string | null
    due_on: string | null
  }
  question: {
    organisation_id: string
    id: string
    version: Generated<number>
    kind: 'advice' | 'routine'
    sent_to: 'leader' | 'privacyContact' | 'ciso' | 'dpo'
    about: string | null
    unit_id: string | null
    asked_by_id: string | null
    asked_at: Date
    due_on: string | null
    answer: string | null
    answered_by_id: string | null
    answered_at: Date | null
    asker_group: 'employee' | 'management' | 'dataSubject'
    office: string | null
    receivers_ids: Generated<string[]>
    page: string | null
    follows_id: string | null
    contact: string | null
    receipt_mark: string | null
    closed_by_id: string | null
    closed_at: Date | null
    about_sealed: Bytes | null
    answer_sealed: Bytes | null
    contact_sealed: Bytes | null
  }
  question_share: {
    organisation_id: string
    id: string
    question_id: string
    person_id: string | null
    role: string | null
    reason: string | null
    shared_by_id: string
    shared_at: Date
    ended_at: Date | null
    reason_sealed: Bytes | null
  }
  questionnaire: {
    organisation_id: string
    id: string
    version: Generated<number>
    family_id: string
    edition: number
    name: string
    source: string | null
    source_on: string | null
    status: 'draft' | 'published' | 'retired'
    content: Json
    published_at: Date | null
    published_by_id: string | null
  }
  record_hold: {
    organisation_id: string
    id: string
    subject_type: 'recording' | 'own_record'
    subject_id: string
    reason: string
    review_on: string
    reviewer_id: string
    since: string
    ended_on: string | null
  }
  record_version: {
    organisation_id: string
    subject_type: string
    subject_id: string
    version: number
    at: Date | null
    by_id: string | null
    by_kind: 'person' | 'protected' | 'clockwork'
    approved: Generated<boolean>
    content: Json | null
    content_sealed: Bytes | null
  }
  recording: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'audio' | 'camera'
    unit_id: string
    started_at: Date
    minutes: number | null
    recorded_by_id: string
    camera_id: string | null
    purposes: string[]
    other_why: string | null
    situation: 'threat' | 'complaint' | null
    complaint: 'wontSpeak' | 'notAvailable' | null
    told: 'yes' | 'no' | null
    not_told_why: string | null
    case_reference: string | null
    caseworker_id: string | null
    note: string | null
    storage_place: string
    access_ids: string[]
    erase_on: string
    erase: 'delete' | 'anonymise'
    keep_reason: string | null
    status: 'kept' | 'held' | 'handedOver' | 'erased'
    held_on: string | null
    hold_reason: 'crime' | 'accident' | null
    hold_review_on: string | null
    hold_reviewer_id: string | null
    released_on: string | null
    handed_on: string | null
    handed_to: string | null
    handed_reference: string | null
    archive_reference: string | null
    erased_on: string | null
    sort_key: Always<string | null>
    hold_reviewers_ids: Generated<string[]>
  }
  register_import: {
    organisation_id: string
    id: string
    register: string
    acting_id: string
    state: 'read' | 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone'
    turn: Generated<number>
    stopped: string | null
    started_at: Date
    touched_at: Date
    applied_at: Date | null
    notes: Json
    heading_row: number
    headings: Json
    mapping: Json
  }
  register_import_column: {
    organisation_id: string
    register: string
    heading: string
    field: string
  }
  register_import_row: {
    organisation_id: string
    import_id: string
    row: number
    turn: number
    cells: Json
    verdict: 'add' | 'change' | 'same' | 'refused' | null
    outcome: 'done' | 'refused' | 'undone' | 'left' | null
    reasons: Generated<Json>
    record_id: string | null
    version: number | null
    before: Json | null
    answers: Json | null
  }
  requirement: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    source: 'law' | 'contract' | 'privacy' | 'ethics'
    reference: string | null
    content: string | null
    measures: string | null
    routine: string | null
    evidence: string | null
    systems_ids: Generated<string[]>
    unit_id: string | null
    owner_id: string | null
    in_force: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  review_held: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    held_on: string
    due_on: string | null
    held_by: string
    written_at: Date
    found: string
    participants_ids: Generated<string[]>
    checked: string[] | null
  }
  review_plan: {
    organisation_id: string
    id: string
    subject_type: string
    subject_id: string
    version: Generated<number>
    due_on: string
    every_months: number | null
    owner_id: string | null
  }
  risk: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    reason: 'new' | 'change' | 'yearly' | 'incident'
    about: string | null
    systems_ids: Generated<string[]>
    processings_ids: Generated<string[]>
    unit_id: string | null
    owner_id: string | null
    risk_owner_id: string | null
    author_id: string | null
    participants_ids: Generated<string[]>
    purpose: string | null
    data_account: string | null
    data_subjects: Generated<string[]>
    data_kinds: Generated<string[]>
    content: 'open' | 'internal' | 'protected' | 'strict' | null
    context: 'inHouse' | 'supplier' | 'mobile' | 'shared' | null
    confidentiality: 'low' | 'medium' | 'high' | null
    integrity: 'low' | 'medium' | 'high' | null
    availability: 'low' | 'medium' | 'high' | null
    standard_measures: Generated<string[]>
    other_measures: string | null
    dpia_needed: 'yes' | 'no' | null
    dpia_reason: string | null
    status: 'draft' | 'approved' | 'changed' | 'ended'
    scale: '4' | '5'
    initiator_id: string | null
    begun_on: string
    approved_at: Date | null
    touched_at: Date
    dpia_begun_at: Date | null
    accepted_by_id: string | null
    accepted_at: Date | null
    accepted_until: string | null
    accepted_reason: string | null
    accepted_for: string | null
    sort_key: Always<string | null>
    area: 'infrastructure' | 'hardware' | 'securitySystems' | null
    zones_ids: Generated<string[]>
  }
  risk_measure: {
    organisation_id: string
    risk_id: string
    id: string
    name: string
    scenarios_ids: Generated<string[]>
    kind: 'organisational' | 'technical' | 'physical' | 'training'
    effect: Generated<string[]>
    owner_id: string | null
    due_on: string | null
    decided_by_id: string | null
    decided_on: string | null
    done_on: string | null
    evidence: string | null
    review_on: string | null
  }
  risk_scenario: {
    organisation_id: string
    risk_id: string
    id: string
    name: string
    cause: string | null
    touches: Generated<string[]>
    how: string | null
    likelihood: '1' | '2' | '3' | '4' | '5' | null
    for_subjects: '1' | '2' | '3' | '4' | '5' | null
    for_organisation: '1' | '2' | '3' | '4' | '5' | null
    why: string | null
    likelihood_after: '1' | '2' | '3' | '4' | '5' | null
    for_subjects_after: '1' | '2' | '3' | '4' | '5' | null
    for_organisation_after: '1' | '2' | '3' | '4' | '5' | null
    why_after: string | null
  }
  role_assignment: {
    organisation_id: string
    id: string
    person_id: string
    role: string
    unit_id: string | null
    from_date: string
    to_date: string | null
    reason: string | null
  }
  saved_view: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    shared_with: string | null
    opens: 'yes' | 'no'
    list: string
    query: string
    person_id: string
    sort_key: Always<string | null>
  }
  security_audit: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'internal' | 'external'
    planned_on: string
    leader_id: string | null
    team_ids: Generated<string[]>
    units_ids: Generated<string[]>
    scope: string | null
    held_on: string | null
    results: string | null
    conclusions: string | null
    sort_key: Always<string | null>
    independence: string | null
  }
  security_objective: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    content: string | null
    document_id: string | null
    measured: string | null
    measures_ids: Generated<string[]>
    activities_ids: Generated<string[]>
    owner_id: string | null
    state: 'notStarted' | 'underWay' | 'behind' | 'reached'
    assessed_on: string | null
    assessment: string | null
    sort_key: Always<string | null>
  }
  sending_assessment: {
    organisation_id: string
    id: string
    processing_id: string
    sends: 'email' | 'survey'
    content: 'public' | 'internal' | 'exempt' | 'personal' | 'sensitive'
    reveals: 'yes' | 'no'
    assessed_by_id: string
    assessed_at: Date
  }
  session: {
    token_hash: Bytes
    organisation_id: string
    created_at: Date
    seen_at: Date
    expires_at: Date
    mark: Bytes
    idle_minutes: Generated<number>
    provider_id: string | null
    provider_mark: Bytes | null
    shown: Generated<'password' | 'confined' | 'more'>
  }
  shared_record: {
    organisation_id: string
    subject_type: string
    subject_id: string
    edition: Generated<number>
    version: number
    circle_id: string | null
    everyone: Generated<boolean>
    organisation_name: string
    name: string
    note: string | null
    content: Json
    shared_at: Date
    redacted_edition: number | null
    known_at: Date | null
  }
  sharing_circle: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
  }
  sharing_member: {
    organisation_id: string
    circle_id: string
    member_id: string
    member_name: string
  }
  sharing_told: {
    organisation_id: string
    id: string
    subject_type: string
    source_organisation_id: string
    source_id: string
    told_at: Date
    declined_at: Date | null
    declined_by: string | null
    reason: string | null
    withdrawn_at: Date | null
  }
  sign_in_attempt: {
    bucket: string
    window_start: Date
    failures: Generated<number>
  }
  source: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    level: 'law' | 'regulation' | 'institution' | 'handbook' | 'routine' | 'page'
    chapter: string | null
    address: string | null
    checked_on: string | null
    in_use: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  storage_place: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    public: 'allowed' | 'allowedIf' | 'notAllowed' | null
    internal: 'allowed' | 'allowedIf' | 'notAllowed' | null
    exempt: 'allowed' | 'allowedIf' | 'notAllowed' | null
    personal: 'allowed' | 'allowedIf' | 'notAllowed' | null
    sensitive: 'allowed' | 'allowedIf' | 'notAllowed' | null
    condition: string | null
    recommended_for: Generated<string[]>
    units_ids: Generated<string[]>
    rank: number | null
    in_use: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  subject_message: {
    organisation_id: string
    id: string
    version: Generated<number>
    deviation_id: string
    language: 'nb' | 'nn' | 'en' | 'se'
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
  subject_request: {
    organisation_id: string
    id: string
    version: Generated<number>
    reference: string
    status: 'received' | 'answered' | 'sentOn'
    right: string
    subjects: string
    acts_for: 'self' | 'guardian' | 'representative'
    name: string
    contact: string
    own_number: string | null
    about: string | null
    channel: 'signedIn' | 'open' | 'letter' | 'email' | 'inPerson' | 'phone'
    received_on: string
    due_on: string
    asked_by_id: string | null
    unit_id: string | null
    responsible_id: string | null
    identity: 'signedIn' | 'inPerson' | 'knownContact' | 'questions' | 'authority' | null
    authority: 'checked' | 'notChecked' | null
    child_heard: 'yes' | 'no' | 'notRelevant' | null
    identity_note: string | null
    identified_at: Date | null
    identified_by_id: string | null
    extend_reason: string | null
    extend_told_on: string | null
    extended_at: Date | null
    outcome: 'granted' | 'partly' | 'refused' | 'nothingHeld' | 'withdrawn' | 'documents' | null
    ground: string | null
    answer: string | null
    answered_on: string | null
    answered_at: Date | null
    answered_by_id: string | null
    sort_key: Always<string | null>
  }
  subject_request_correction: {
    organisation_id: string
    id: string
    subject_request_id: string
    corrected_at: Date
    corrected_by_id: string
    fields: string[]
    reason: string
  }
  subject_request_number: {
    organisation_id: string
    year: number
    last: number
  }
  subject_request_search: {
    organisation_id: string
    id: string
    version: Generated<number>
    subject_request_id: string
    system_id: string
    searcher_id: string | null
    finding: 'found' | 'nothing' | 'notUsed' | null
    note: string | null
    searched_at: Date | null
    searched_by_id: string | null
  }
  supplier: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    organisation_number: string | null
    country: string | null
    delivers: string | null
    contact: string | null
    processes_data: 'yes' | 'no'
    contract_reference: string | null
    contract_on: string | null
    contract_until: string | null
    security_requirements: string | null
    in_use: Generated<'yes' | 'no'>
    sort_key: Always<string | null>
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
    in_use: Generated<'yes' | 'considered' | 'no'>
    sort_key: Always<string | null>
    supplied_by_id: string | null
    confidentiality: 'low' | 'medium' | 'high' | null
    integrity: 'low' | 'medium' | 'high' | null
    availability: 'low' | 'medium' | 'high' | null
    standard_measures: Generated<string[]>
    logs_changes: 'yes' | 'no' | null
    logs_deletions: 'yes' | 'no' | null
    logs_searches: 'yes' | 'no' | null
    log_kept: string | null
    information_classes: Generated<('public' | 'internal' | 'exempt' | 'personal' | 'sensitive')[]>
    technical_responsible_id: string | null
    other_overview: string | null
  }
  system_change: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    system_id: string
    size: 'small' | 'large' | 'new'
    about: string | null
    planned_on: string | null
    owner_id: string | null
    super_user_id: string | null
    technical_id: string | null
    status: 'open' | 'approved' | 'withdrawn'
    registered_by_id: string | null
    sized_at: Date
    decided_by_id: string | null
    decided_at: Date | null
    reason: string | null
    sort_key: Always<string | null>
  }
  system_consultation: {
    organisation_id: string
    id: string
    system_id: string
    question: string
    asked_by: string
    asked_at: Date
    answer: string | null
    answered_by: string | null
    answered_at: Date | null
  }
  system_life: {
    organisation_id: string
    system_id: string
    version: Generated<number>
    stage: 'need' | 'procurement' | 'procured' | 'inUse' | 'ending' | 'ended'
    kind: 'application' | 'software' | 'equipment' | 'itSystem' | null
    obtained: 'takeIntoUse' | 'procure' | null
    need: string | null
    conditions_of_use: string | null
    conditions_of_management: string | null
    asked_by_id: string | null
    rules_followed: 'yes' | 'no' | null
    rules_reference: string | null
    by_design: string | null
    by_default: string | null
    requirements: Generated<string[]>
    secured_confidentiality: string | null
    secured_integrity: string | null
    secured_availability: string | null
    archived_where: string | null
    carried_on: string | null
    archivist_id: string | null
    appointed_id: string | null
    appointed_on: string | null
    appointed_by_id: string | null
  }
  taken_record: {
    organisation_id: string
    subject_type: string
    subject_id: string
    source_organisation_id: string
    source_id: string
    source_name: string
    edition: number
    content: Json
    taken_at: Date
    unit_id: string | null
    told: Generated<string>
    lines: Generated<Json>
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
    led_unit_id: string | null
    led_person_id: string | null
    line: Generated<string[]>
    due_order: Always<Date | null>
  }
  training_completion: {
    organisation_id: string
    id: string
    version: Generated<number>
    number: string
    person_id: string
    requirement_id: string
    completed_on: string
    how: 'course' | 'acknowledgement' | 'test'
    sort_key: Always<string | null>
    lapsed_at: Date | null
    course_id: string | null
  }
  training_course: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    requirement_id: string
    held_on: string
    place: string | null
    description: string | null
    responsible_id: string | null
    done_on: string | null
    sort_key: Always<string | null>
    correction: string | null
  }
  training_need: {
    organisation_id: string
    id: string
    version: Generated<number>
    topic: string
    description: string | null
    for_whom: 'me' | 'colleagues' | 'unit'
    unit_id: string | null
    status: 'reported' | 'planned' | 'closed' | 'rejected'
    reported_by_id: string
    reported_at: Date
    receiver_id: string | null
    due_on: string
    planned_on: string | null
    reason: string | null
    decided_by_id: string | null
    decided_at: Date | null
    sort_key: Always<string | null>
  }
  training_participant: {
    organisation_id: string
    course_id: string
    person_id: string
  }
  training_post: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    kind: 'news' | 'tip' | 'campaign'
    body: string
    audiences: Generated<string[]>
    shown_from: string
    shown_until: string | null
    sort_key: Always<string | null>
  }
  training_read: {
    organisation_id: string
    post_id: string
    person_id: string
  }
  training_requirement: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    about: 'officeTools' | 'information' | 'systems' | 'handbook' | 'reporting' | 'other'
    description: string | null
    fulfilled_by: 'course' | 'acknowledgement' | 'test'
    applies_to: 'everybody' | 'roles' | 'users'
    roles: Generated<string[]>
    system_id: string | null
    article_id: string | null
    link: string | null
    due_days: number
    valid_months: number | null
    in_force: 'yes' | 'no'
    sort_key: Always<string | null>
    again_on: string | null
  }
  training_resource: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    description: string | null
    link: string | null
    link_works: 'yes' | 'no' | null
    audiences: Generated<string[]>
    language: 'nb' | 'nn' | 'en' | null
    in_use: 'yes' | 'no'
    sort_key: Always<string | null>
  }
  training_user: {
    organisation_id: string
    system_id: string
    person_id: string
    since: string
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
    research_portal: 'yes' | 'no' | null
    research_portal_people_ids: Generated<string[]>
  }
  unit_meeting: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    unit_id: string
    held_on: string
    notes: string | null
    sort_key: Always<string | null>
  }
  word_index: {
    organisation_id: string
    kind: string
    id: string
    place: string
    readers: string[]
    words: string
  }
  work_process: {
    organisation_id: string
    id: string
    version: Generated<number>
    name: string
    purpose: string | null
    unit_id: string | null
    in_use: Generated<'yes' | 'no'>
    sort_key: Always<string | null>
  }
}
