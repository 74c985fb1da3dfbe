import { Button, makeStyles } from '@fluentui/react-components';
import type { Page } from '../../../src/api/contract/list.ts';
import type { PermissionLine, StepResult } from '../../../src/api/contract/tenants.ts';
import { useApi } from '../../api.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useWords } from '../../words/words.tsx';
import type { Draft } from './draft.ts';
import { HandSteps, PortalLink } from './hand-steps.tsx';
import { PermissionTable } from './permission-table.tsx';
import { portalLinks } from './portal.ts';
import { StepFrame, useStepStyles } from './step-frame.tsx';

const useStyles = makeStyles({
  line: { margin: 0 },
  names: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  links: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px', rowGap: '4px' },
});

type Props = {
  readonly draft: Draft;
  /** What the last test found. */
  readonly results: readonly StepResult[];
  readonly onBack: () => void;
  readonly onNext: () => void;
};

/** What the app may read, and how an administrator grants it. */
export function PermissionsStep({ draft, results, onBack, onNext }: Props) {
  const styles = useStepStyles();
  const own = useStyles();
  const { t, rich } = useWords();
  const permissions = useApi<Page<PermissionLine>>('/permissions').data?.items;
  const needed = permissions?.filter(({ tier }) => tier === 'minimum') ?? [];
  const links = portalLinks(draft);
  return (
    <StepFrame title={t('connect.permissionsStep')} lead={t('connect.permissionsLead')}>
      <div className={styles.card}>
        <HandSteps>
          <>
            <p className={own.line}>{rich('connect.addPermission')}</p>
            <PortalLink href={links.permissions}>{t('connect.openPermissions')}</PortalLink>
          </>
          <>
            <p className={own.line}>{rich('connect.tickThese')}</p>
            <ul className={own.names}>
              {needed.map(({ name }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  <CopyButton text={name} label={t('connect.copyPermission', { name })} />
                </li>
              ))}
            </ul>
          </>
          <>
            <p className={own.line}>{rich('connect.grant')}</p>
            <div className={own.links}>
              <PortalLink href={links.consent}>{t('connect.openConsent')}</PortalLink>
              <CopyButton text={links.consent} label={t('connect.copyConsent')} withText />
            </div>
          </>
        </HandSteps>
        <PermissionTable permissions={permissions} results={results} />
        <div className={styles.actions}>
          <Button onClick={onBack}>{t('connect.back')}</Button>
          <Button appearance="primary" onClick={onNext}>
            {t('connect.testAndConnect')}
          </Button>
        </div>
      </div>
    </StepFrame>
  );
}
