import type { Catalogue } from '../en/index.ts';

export const table: Catalogue['table'] = {
  export: 'Baixar como CSV',
  view: 'Colunas e densidade',
  columns: 'Colunas',
  density: 'Densidade',
  comfortable: 'Confortável',
  compact: 'Compacta',
  search: 'Pesquisar',
  clear: 'Limpar filtros',
  remove: 'Remover o filtro {name}',
  total: 'Total',
};
