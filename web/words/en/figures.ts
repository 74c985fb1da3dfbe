export const figures = {
  unknown: 'Microsoft did not say.',
  noChange: 'No change',
  showSum: 'Show how this comes about',
  formula: 'Formula',
  field: 'From Microsoft Graph',
  copy: 'Copy',
  copied: 'Copied',
};
