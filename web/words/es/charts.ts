import type { Catalogue } from '../en/index.ts';

export const charts: Catalogue['charts'] = {
  asTable: 'Mostrar como tabla',
  asChart: 'Mostrar como gráfico',
  bullet: '{assigned, number} asignadas de {usable, number} utilizables',
  spark: '{label}: de {first, number} a {last, number}',
  steps: '{from} a {to}: al final {label} {value}, {capacityLabel} {capacity}',
  sum: 'Cómo se llega al saldo',
  enabled: 'Compradas',
  grace: 'En gracia',
  suspended: 'Suspendidas',
  lockedOut: 'Bloqueadas',
  assigned: 'Asignadas',
  over: 'Excedidas',
  free: 'Libres',
  part: 'Parte',
  number: 'Número',
  share: 'Proporción',
  since: 'Desde',
  day: 'Día',
  added: 'Asignadas',
  removed: 'Retiradas',
  net: 'Neto',
  netSentence:
    '{days, plural, one {# día} other {# días}}: {added, number} licencias asignadas, {removed, number} retiradas',
  dayChange: '{day}: {added, number} asignadas, {removed, number} retiradas',
};
