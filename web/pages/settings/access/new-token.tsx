import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CreatedToken } from '../../../../src/api/contract/access.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  secret: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: {
    flexGrow: 1,
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  use: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Props = { readonly created: CreatedToken; readonly onClose: () => void };

/** The token itself, which is shown here and never again. */
export function NewToken({ created: { token, secret }, onClose }: Props) {
  const styles = useStyles();
  const { t, rich } = useWords();
  return (
    <Panel title={token.name} subtitle={t('settings.token')} onClose={onClose}>
      <Notice tone="warning" urgent>
        {t('settings.shownOnce')}
      </Notice>
      <div className={styles.secret}>
        <code className={styles.text}>{secret}</code>
        <CopyButton text={secret} label={t('settings.copyToken')} />
      </div>
      <p className={styles.use}>{rich('settings.useToken')}</p>
      <div>
        <Button appearance="primary" onClick={onClose}>
          {t('settings.keptIt')}
        </Button>
      </div>
    </Panel>
  );
}
