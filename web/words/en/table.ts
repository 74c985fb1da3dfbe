export const table = {
  export: 'Download as CSV',
  view: 'Columns and density',
  columns: 'Columns',
  density: 'Density',
  comfortable: 'Comfortable',
  compact: 'Compact',
  search: 'Search',
  clear: 'Clear filters',
  remove: 'Remove the filter {name}',
  total: 'Total',
};
