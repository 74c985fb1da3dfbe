import type { Catalogue } from '../en/index.ts';

export const table: Catalogue['table'] = {
  export: 'Descargar como CSV',
  view: 'Columnas y densidad',
  columns: 'Columnas',
  density: 'Densidad',
  comfortable: 'Cómoda',
  compact: 'Compacta',
  search: 'Buscar',
  clear: 'Quitar filtros',
  remove: 'Quitar el filtro {name}',
  total: 'Total',
};
