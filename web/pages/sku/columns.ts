import { makeStyles } from '@fluentui/react-components';

/** The two columns of the overview: what the product is, and whether the figures hold. */
export const useColumnStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(300px, 3fr)',
    alignItems: 'start',
    gap: '16px',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: '16px', minWidth: 0 },
});
