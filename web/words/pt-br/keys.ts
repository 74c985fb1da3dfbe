import type { Catalogue } from '../en/index.ts';

export const keys: Catalogue['keys'] = {
  title: 'Atalhos de teclado',
  palette: 'Pesquisar tudo',
  filter: 'Filtrar a lista',
  rows: 'Linha seguinte e anterior',
  open: 'Abrir a linha',
  back: 'Fechar, voltar',
  sum: 'Mostrar como se chega a um valor',
  define: 'Dizer o que uma coluna significa (no cabeçalho)',
  sheet: 'Esta folha',
  go: 'Ir para {place}',
  single: 'Teclas de uma letra ativas',
};
