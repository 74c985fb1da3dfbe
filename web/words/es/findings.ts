import type { Catalogue } from '../en/index.ts';

export const findings: Catalogue['findings'] = {
  title: 'Hallazgos',
  rules: 'Reglas',
  list: 'Lo que se encontró',
  people: '{count, plural, one {persona} other {personas}}',
  inPeople: 'Abrir en Personas',
  ruleChip: 'Hallazgo: {rule}',
  finding: 'Hallazgo',
  findingMeans: 'La regla que dice algo sobre la persona.',
  person: 'Persona',
  product: 'Producto',
  productMeans: 'El producto de cuya licencia se trata.',
  evidence: 'Lo que se vio',
  evidenceMeans: 'Lo que la última recopilación leyó en Microsoft y llevó al hallazgo.',
  since: 'Desde',
  sinceMeans:
    'Cuándo lo vio por primera vez una recopilación. “—” significa que la primera recopilación ya lo vio.',
  sinceFirst: 'Ya estaba en la primera recopilación.',
  count: '{count, plural, one {# hallazgo} other {# hallazgos}}',
  none: 'Nada necesita atención',
  noneText: 'Ninguna regla encuentra a nadie. Cada recopilación vuelve a mirar.',
  noneOfRule: 'Esta regla no encuentra a nadie',
  noneOfRuleText: 'Cada recopilación vuelve a mirar.',
  all: 'Mostrar todos los hallazgos',
  downloadView: 'Lo que se muestra',
  downloadAll: 'Todos los hallazgos',
  assignmentError: 'Error de asignación',
  assignmentErrorExplain:
    'Alguien debía tener una licencia y no la tiene, o la tiene con un defecto. Corrija la causa y deje que Microsoft lo intente de nuevo: Volver a procesar, en las licencias de la persona o del grupo.',
  disabledButLicensed: 'Bloqueada, pero con licencia',
  disabledButLicensedExplain:
    'Nadie puede iniciar sesión con esta cuenta, y aun así ocupa una licencia. Quite la licencia cuando ya no hagan falta su buzón y sus archivos; un buzón compartido de hasta 50 GB no necesita ninguna.',
  doubleAssignment: 'Asignación doble',
  doubleAssignmentExplain:
    'La licencia se cuenta una sola vez, pero salir del grupo no la liberará. Quite la asignación directa si quien debe decidir es el grupo.',
  guestWithPaidSeat: 'Invitado con licencia de pago',
  guestWithPaidSeatExplain:
    'Los invitados pueden trabajar en sus equipos y sitios sin una licencia suya, y a menudo ya tienen una en su organización. Quite la licencia salvo que este invitado trabaje como uno de los suyos.',
};
