import { makeStyles, tokens } from '@fluentui/react-components';
import { Card } from '../../ui/card.tsx';
import { Bone, Late } from '../../ui/late.tsx';
import { useColumnStyles } from './columns.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

/** The page in the shape it will have. */
export function Waiting() {
  const styles = useStyles();
  const columns = useColumnStyles();
  return (
    <Late>
      <div className={styles.root}>
        <Bone width="min(420px, 80%)" />
        <Bone width="min(560px, 90%)" height={22} />
        <Card>
          <Bone width="70%" height={48} />
        </Card>
        <Bone width={320} height={28} />
        <div className={columns.columns}>
          <Card>
            <Bone width={140} />
            <Bone height={48} />
            <Bone width="60%" />
          </Card>
          <Card>
            <Bone width={120} />
            <Bone height={28} />
            <Bone height={28} />
            <Bone height={28} />
          </Card>
        </div>
      </div>
    </Late>
  );
}
