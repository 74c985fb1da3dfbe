import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownload20Regular, Certificate20Regular } from '@fluentui/react-icons';
import { useEffect, useMemo } from 'react';
import type { MadeCertificate } from '../../../src/api/contract/tenants.ts';
import { call, useMutate } from '../../api.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/words.tsx';
import type { CredentialProps } from './credential-choice.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  made: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: '12px',
    rowGap: '4px',
    margin: 0,
  },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  print: { fontFamily: tokens.fontFamilyMonospace },
});

/** Makes a key pair at the server, of which only the certificate can be had. */
export function MadeCredential({ draft: { made }, change, faults, onMend }: CredentialProps) {
  const styles = useStyles();
  const { t, day } = useWords();
  const make = useMutate(
    () => call<MadeCertificate>('/certificates', { method: 'POST', body: { name: 'Seatledger' } }),
    [],
  );
  const click = () =>
    make.mutate(undefined, {
      onSuccess: (certificate) => {
        change({ made: certificate });
        onMend('made');
      },
    });
  return (
    <>
      {make.error !== null && (
        <Notice tone="bad" urgent>
          {make.error.message}
        </Notice>
      )}
      {made !== null && (
        <dl className={styles.made}>
          <dt className={styles.name}>{t('connect.thumbprint')}</dt>
          <dd className={styles.value}>
            <span className={styles.print}>{made.thumbprint}</span>
            <CopyButton text={made.thumbprint} label={t('connect.copyThumbprint')} />
          </dd>
          <dt className={styles.name}>{t('connect.validUntil')}</dt>
          <dd className={styles.value}>{day(made.endsAt)}</dd>
        </dl>
      )}
      <Field validationMessage={faults.made ?? null}>
        {(field) => (
          <div className={styles.row}>
            {made !== null && <Download certificate={made} />}
            <Button
              {...field}
              {...(faults.made ? { 'aria-invalid': true } : {})}
              appearance={made === null ? 'secondary' : 'subtle'}
              icon={<Certificate20Regular />}
              disabledFocusable={make.isPending}
              onClick={click}
            >
              {t(made === null ? 'connect.make' : 'connect.makeAnother')}
            </Button>
          </div>
        )}
      </Field>
    </>
  );
}

function Download({ certificate }: { readonly certificate: MadeCertificate }) {
  const { t } = useWords();
  const url = useMemo(() => {
    const bytes = Uint8Array.from(atob(certificate.cer), (character) => character.charCodeAt(0));
    return URL.createObjectURL(new Blob([bytes], { type: 'application/pkix-cert' }));
  }, [certificate]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <Button as="a" href={url} download="seatledger.cer" icon={<ArrowDownload20Regular />}>
      {t('connect.download')}
    </Button>
  );
}
