import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { DocumentAdd20Regular } from '@fluentui/react-icons';
import { type ChangeEvent, useRef, useState } from 'react';
import { useHiddenStyles } from '../../ui/announce.tsx';
import { useWords } from '../../words/words.tsx';
import type { CredentialProps } from './credential-choice.tsx';
import type { CertificateFile } from './draft.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '10px', overflowWrap: 'anywhere' },
});

/** A certificate with its key has a few kilobytes; what is much longer is another file. */
const mostBytes = 256 * 1024;

/** A certificate of the person's own, with its private key. */
export function FileCredential({ draft: { file, password }, change, faults, onMend }: CredentialProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [isLong, setLong] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    // The same file can be chosen again after it was mended.
    target.value = '';
    if (chosen === undefined) return;
    onMend('file');
    setLong(chosen.size > mostBytes);
    change({ file: chosen.size > mostBytes ? null : await read(chosen) });
  };
  const fault = isLong ? t('connect.fileLong') : faults.file;
  return (
    <>
      <Field validationMessage={fault ?? null}>
        {(field) => (
          <div className={styles.row}>
            <input
              ref={input}
              type="file"
              tabIndex={-1}
              aria-hidden
              className={hidden.hidden}
              accept=".pfx,.p12,.pem,.cer,.crt,.key"
              onChange={(event) => void choose(event)}
            />
            <Button
              {...field}
              {...(fault ? { 'aria-invalid': true } : {})}
              icon={<DocumentAdd20Regular />}
              onClick={() => input.current?.click()}
            >
              {t('connect.chooseFile')}
            </Button>
            {file?.name}
          </div>
        )}
      </Field>
      <Field label={t('connect.filePassword')} hint={t('connect.notKept')}>
        <Input
          type="password"
          autoComplete="off"
          value={password}
          onChange={(_, { value }) => change({ password: value })}
        />
      </Field>
    </>
  );
}

async function read(file: File): Promise<CertificateFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  if (text.includes('-----BEGIN')) return { name: file.name, pem: text };
  return { name: file.name, pfx: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}
