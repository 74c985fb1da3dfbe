import type { Catalogue } from '../en/index.ts';

export const keys: Catalogue['keys'] = {
  title: 'Atajos de teclado',
  palette: 'Buscar en todo',
  filter: 'Filtrar la lista',
  rows: 'Fila siguiente y anterior',
  open: 'Abrir la fila',
  back: 'Cerrar, volver',
  sum: 'Mostrar cómo se obtiene una cifra',
  define: 'Decir qué significa una columna (en su encabezado)',
  sheet: 'Esta hoja',
  go: 'Ir a {place}',
  single: 'Teclas de una letra activas',
};
