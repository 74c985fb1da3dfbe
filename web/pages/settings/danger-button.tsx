import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  danger: {
    color: tokens.colorStatusDangerForeground1,
    ':hover': { color: tokens.colorStatusDangerForeground1 },
    ':hover:active': { color: tokens.colorStatusDangerForeground1 },
  },
});

type Props = { readonly icon: ReactElement; readonly onClick: () => void; readonly children: string };

/** Leads to something that cannot be undone; it asks first. */
export function DangerButton({ icon, onClick, children }: Props) {
  const styles = useStyles();
  return (
    <Button className={styles.danger} icon={icon} onClick={onClick}>
      {children}
    </Button>
  );
}
