import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import type { Role } from '../../../../src/api/contract/access.ts';
import { useWords } from '../../../words/words.tsx';

const useStyles = makeStyles({
  text: { display: 'flex', flexDirection: 'column' },
  means: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type Props<Each extends Role> = {
  readonly roles: readonly Each[];
  readonly role: Each;
  readonly onChange: (role: Each) => void;
};

/** What someone may do. */
export function RoleField<Each extends Role>({ roles, role, onChange }: Props<Each>) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <Field label={t('settings.role')}>
      <RadioGroup
        value={role}
        onChange={(_, { value }) => {
          const chosen = roles.find((each) => each === value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {roles.map((each) => (
          <Radio
            key={each}
            value={each}
            label={{
              children: (
                <span className={styles.text}>
                  {t(`shell.${each}`)}
                  <span className={styles.means}>{t(`settings.${each}Means`)}</span>
                </span>
              ),
            }}
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
