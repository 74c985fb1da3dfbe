import type { Finding } from '../findings.ts';
import type { CsvForm } from './form.ts';

/** The findings as CSV: the fields of their JSON, the subject in three columns. */
export const findingsCsv: CsvForm<Finding> = {
  header: [
    'tenantId',
    'rule',
    'subjectKind',
    'subjectId',
    'subjectName',
    'skuId',
    'evidence',
    'since',
    'state',
  ],
  cells: ({ tenantId, rule, subject, skuId, evidence, since, state }) => [
    tenantId,
    rule,
    subject.kind,
    subject.id,
    subject.name,
    skuId ?? null,
    evidence,
    since,
    state,
  ],
};
