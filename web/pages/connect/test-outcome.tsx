import { Button } from '@fluentui/react-components';
import type { ConnectAnswer } from '../../../src/api/contract/tenants.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';
import { useStepStyles } from './step-frame.tsx';

type Props = { readonly answer: ConnectAnswer; readonly onCollect: (tenantId: string) => void };

/** The tenant is connected: what comes next. */
export function TestOutcome({ answer: { tenant, replaced }, onCollect }: Props) {
  const styles = useStepStyles();
  const { t, rich } = useWords();
  if (tenant === null) return null;
  const { id, name } = tenant;
  return (
    <>
      <Notice tone="good" urgent>
        {rich(replaced ? 'connect.replacedNotice' : 'connect.connectedNotice', { tenant: name })}
      </Notice>
      <div className={styles.actions}>
        <Button autoFocus appearance="primary" onClick={() => onCollect(id)}>
          {t(tenant.asOf === null ? 'connect.collectFirst' : 'states.collectNow')}
        </Button>
        {tenant.asOf !== null && (
          <TextLink to="/t/$tenant/balance" params={{ tenant: id }}>
            {t('connect.toBalance')}
          </TextLink>
        )}
      </div>
    </>
  );
}
