import type { Catalogue } from '../en/index.ts';

export const figures: Catalogue['figures'] = {
  unknown: 'A Microsoft não informou.',
  noChange: 'Sem mudança',
  showSum: 'Mostrar como se chega a este valor',
  formula: 'Fórmula',
  field: 'Do Microsoft Graph',
  copy: 'Copiar',
  copied: 'Copiado',
};
