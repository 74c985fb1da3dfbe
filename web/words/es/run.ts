import type { Catalogue } from '../en/index.ts';

export const run: Catalogue['run'] = {
  title: 'Ejecución',
  titleOf: 'Ejecución del {time}, {tenant}',
  heading: 'Recopilación de {tenant}',

  running: 'En curso',
  published: 'Publicada',
  partial: 'Publicada en parte',
  held: 'Retenida',
  failed: 'Falló',
  runningMeans: 'La lectura continúa.',
  publishedMeans: 'Todo se leyó por completo y es lo que se muestra.',
  partialMeans: 'Lo que se pudo leer se publicó; el resto es de una ejecución anterior.',
  heldMeans:
    'Lo leído es un cambio demasiado grande para darlo por bueno enseguida, así que todavía no se muestra nada.',
  failedMeans: 'No se pudo publicar nada. Lo que se mostraba se queda.',

  started: 'Inicio',
  duration: 'Duración',
  lessThan: '< {time}',
  requests: 'Solicitudes',
  throttled: 'Limitadas',
  throttledMeans:
    'Solicitudes a las que Microsoft respondió "demasiadas solicitudes"; cada una se reenvió tras la espera pedida.',
  guard: 'Guardia',
  guardMeans:
    'Los cambios grandes o dudosos se retienen hasta que una segunda lectura coincida o alguien decida.',
  'guard-running': 'Todavía no',
  'guard-published': 'Lo dejó pasar',
  'guard-partial': 'Dejó pasar una parte',
  'guard-held': 'Lo retiene',
  'guard-failed': 'No llegó a ella',
  atTheEnd: 'Se sabe cuando la ejecución termina.',

  heldText: 'Todavía no se muestra nada de esta ejecución.',
  failedText: 'No se muestra nada de esta ejecución; se quedan las cifras de la anterior.',
  partialText: 'Una parte se publicó, el resto es de una ejecución anterior.',
  publishedText: 'Esta ejecución se publicó completa.',
  publishedCount:
    '{count, plural, =0 {Publicada: nada había cambiado.} one {Publicada con # cambio.} other {Publicada con # cambios.}}',
  decide: 'Decidir',
  changes: 'Qué cambió ese día',

  reading: 'Leyendo de Microsoft',
  elsewhere:
    'Otro proceso hace esta ejecución, así que aquí no se ve su progreso. El resultado aparecerá cuando termine.',

  resources: 'Qué pasó con cada recurso',
  resource: 'Recurso',
  state: 'Resultado',
  read: 'Leído completo',
  kept: 'Conservado',
  never: 'Nunca leído',
  readResource: 'Leído hasta el final por esta ejecución.',
  keptResource: 'No se pudo leer completo; se conserva lo que leyó una ejecución anterior.',
  neverResource: 'Nunca se leyó hasta el final.',
  rows: 'Filas',
  count: 'Contadas por Microsoft',
  countMeans: 'Cuántas había según el contador de la propia Microsoft en ese momento.',
  noCount: 'Microsoft no tiene contador para esto, o no se le preguntó.',
  notRead: 'Esta ejecución no lo leyó completo.',
  difference: 'Diferencia',
  differenceMeans:
    'Filas leídas menos filas contadas. Un directorio en uso puede variar un poco mientras se lee.',
  readAt: 'Última lectura completa',
  readAtMeans: 'Cuándo terminó la última lectura completa, en esta ejecución o en una anterior.',
  reason: 'Por qué',
  noResources: 'No se sabe nada de cada recurso',
  noResourcesText: 'La ejecución terminó antes de leer nada. El motivo está arriba.',
  copy: 'Copiar para soporte',
  copyMeans: 'Copia ids, horas, recuentos y motivos. No se nombra a ninguna persona.',
};
