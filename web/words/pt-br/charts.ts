import type { Catalogue } from '../en/index.ts';

export const charts: Catalogue['charts'] = {
  asTable: 'Mostrar como tabela',
  asChart: 'Mostrar como gráfico',
  bullet: '{assigned, number} atribuídas de {usable, number} utilizáveis',
  spark: '{label}: de {first, number} a {last, number}',
  steps: '{from} a {to}: no fim {label} {value}, {capacityLabel} {capacity}',
  sum: 'Como se chega ao saldo',
  enabled: 'Compradas',
  grace: 'Em carência',
  suspended: 'Suspensas',
  lockedOut: 'Bloqueadas',
  assigned: 'Atribuídas',
  over: 'Excedidas',
  free: 'Livres',
  part: 'Parte',
  number: 'Número',
  share: 'Parcela',
  since: 'Desde',
  day: 'Dia',
  added: 'Atribuídas',
  removed: 'Retiradas',
  net: 'Líquido',
  netSentence:
    '{days, plural, one {# dia} other {# dias}}: {added, number} licenças atribuídas, {removed, number} retiradas',
  dayChange: '{day}: {added, number} atribuídas, {removed, number} retiradas',
};
