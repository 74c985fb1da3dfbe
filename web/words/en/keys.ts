export const keys = {
  title: 'Keyboard shortcuts',
  palette: 'Search everything',
  filter: 'Filter the list',
  rows: 'Next and previous row',
  open: 'Open the row',
  back: 'Close, go back',
  sum: 'Show how a figure comes about',
  define: 'Say what a column means (on its header)',
  sheet: 'This sheet',
  go: 'Go to {place}',
  single: 'Single letters do something',
};
