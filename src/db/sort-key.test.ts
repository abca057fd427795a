import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { describeDatabase } from '../../test/support/database.ts'
import { asOwner } from './transaction.ts'

/** What a Norwegian reader holds for right: ICU, as Node has it. */
const icu = new Intl.Collator('nb-NO', { numeric: true, sensitivity: 'base' })

describeDatabase('Names in Norwegian order', (db) => {
  const inOrder = (names: readonly string[]): Promise<readonly string[]> =>
    asOwner(db(), async (tx) => {
      const { rows } = await sql<{ name: string }>`
        select name from unnest(${names}::text[]) as name order by varde_sort_key(name) collate "C", name collate "C"`.execute(tx)
      return rows.map((row) => row.name)
    })

  test('æ, ø and å last, aa as å, small as large, accents as their letter, and numbers by size', async () => {
    const right = [
      'Arkiv',
      'eByggesak',
      'Én vei',
      'Sone 2',
      'sone 02b',
      'Sone 10',
      'Zoom',
      'Ærfugl',
      'Østre skole',
      'Aasen skole',
      'Åsgård',
    ]
    expect(await inOrder(right.toReversed())).toEqual(right)
  })

  test('as ICU sorts Norwegian, whatever the names', async () => {
    const word = fc
      .array(fc.constantFrom('aa', 'Aa', '10', ...'abcdehklmnoprstvyzæøåAEKSZÆØÅäöéü 12390'), { minLength: 1, maxLength: 8 })
      .map((signs) => signs.join('').trim().replace(/ +/g, ' '))
      // ICU reads aA as two letters, and the a of an ä or å as one of two: nobody writes so.
      .filter((text) => text !== '' && !/aA|[aA][äåÄÅ]|[äåÄÅ][aA]/.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 40 }), async (names) => {
        const sorted = await inOrder(names)
        const wrong = sorted.flatMap((name, at) => (at > 0 && icu.compare(sorted[at - 1] ?? '', name) > 0 ? [[sorted[at - 1], name]] : []))
        expect(wrong).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('every name that is listed has its key', async () => {
    const { rows } = await asOwner(db(), (tx) =>
      sql<{ table: string }>`select table_name as "table" from information_schema.columns
        where table_schema = 'public' and column_name = 'sort_key' and is_generated = 'ALWAYS' order by 1`.execute(tx),
    )
    expect(rows.map((row) => row.table)).toEqual([
      ...[
        'access_grant',
        'agreement',
        'agreement_request',
        'article',
        'article_published',
        'audit_finding',
        'camera',
        'control_activity',
        'data_extract',
        'delegation',
        'deletion',
        'device',
        'disclosure',
        'disclosure_approver',
        'disclosure_rule',
        'dpia',
        'dpo_report',
        'employment',
        'equipment_delivery',
        'glossary_term',
        'governing_document',
        'id_card',
        'information_notice',
        'inspection',
        'loan_card',
        'log_review',
        'mailbox_access',
        'management_decision',
        'management_review',
        'management_review_item',
        'organisation',
        'own_record',
        'person',
        'plan_exercise',
        'premises_zone',
        'processing',
        'recording',
        'requirement',
        'risk',
        'saved_view',
        'security_audit',
        'security_objective',
        'source',
        'storage_place',
        'subject_request',
        'supplier',
        'system',
        'system_change',
        'training_completion',
        'training_course',
        'training_need',
        'training_post',
        'training_requirement',
        'training_resource',
        'unit',
        'unit_meeting',
        'work_process',
      ],
    ])
  })
})
