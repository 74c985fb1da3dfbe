import type { Catalogue } from '../en/index.ts';

export const figures: Catalogue['figures'] = {
  unknown: 'Microsoft no lo indicó.',
  noChange: 'Sin cambios',
  showSum: 'Mostrar cómo se obtiene',
  formula: 'Fórmula',
  field: 'De Microsoft Graph',
  copy: 'Copiar',
  copied: 'Copiado',
};
