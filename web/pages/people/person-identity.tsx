import { makeStyles, tokens } from '@fluentui/react-components';
import { Prohibited16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PersonDetail } from '../../../src/api/contract/people.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Pill } from '../../ui/pill.tsx';
import { useWords } from '../../words/words.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(110px, auto) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '6px',
    margin: 0,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 8px', marginTop: '-6px' },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  id: {
    display: 'flex',
    alignItems: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
});

/** Who the person is, as the directory has it. What many directories leave empty stands only where it is filled. */
export function PersonIdentity({ detail }: { readonly detail: PersonDetail }) {
  const styles = useStyles();
  const { t, day } = useWords();
  const { person } = detail;
  const origin = detail.hybrid === true ? t('people.hybrid') : t('people.cloudOnly');
  const enabled = person.enabled === null ? null : t(person.enabled ? 'people.allowed' : 'people.blocked');
  const rare = [
    [t('people.mail'), detail.mail === person.userPrincipalName ? null : detail.mail],
    [t('people.costCenter'), detail.costCenter],
    [t('people.division'), detail.division],
    [t('people.employeeId'), detail.employeeId],
    [t('people.employeeType'), detail.employeeType],
  ] as const;
  return (
    <Section title={t('people.identity')}>
      <dl className={styles.facts}>
        <Fact name={t('people.type')}>{person.type && t(`people.${person.type}`)}</Fact>
        <Fact name={t('people.signIn')}>{enabled}</Fact>
        <Fact name={t('people.department')}>{person.department}</Fact>
        <Fact name={t('people.jobTitle')}>{detail.jobTitle}</Fact>
        <Fact name={t('people.company')}>{detail.companyName}</Fact>
        <Fact name={t('people.country')}>{person.country}</Fact>
        <Fact name={t('people.usageLocation')}>{person.usageLocation}</Fact>
        {rare.map(
          ([name, value]) =>
            value !== null && (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ),
        )}
        <Fact name={t('people.origin')}>{origin}</Fact>
        <Fact name={t('people.created')}>{detail.createdAt && day(detail.createdAt)}</Fact>
        <Fact name={t('people.objectId')}>
          <span className={styles.id}>
            {person.id}
            <CopyButton text={person.id} label={t('people.copyObjectId')} />
          </span>
        </Fact>
      </dl>
    </Section>
  );
}

/** Who the person is, in one line. */
export function PersonLine({ detail: { person, jobTitle } }: { readonly detail: PersonDetail }) {
  const styles = useStyles();
  const { t } = useWords();
  const facts = [jobTitle, person.department, person.country].filter((fact) => fact !== null);
  return (
    <div className={styles.line}>
      {person.type !== null && (
        <Pill tone="quiet" icon={null}>
          {t(`people.${person.type}`)}
        </Pill>
      )}
      {person.enabled === false && (
        <Pill tone="warning" icon={<Prohibited16Regular aria-hidden />}>
          {t('people.signInBlocked')}
        </Pill>
      )}
      {facts.length > 0 && <span className={styles.name}>{facts.join(' · ')}</span>}
    </div>
  );
}

/** A fact; null is a dash. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children ?? <Figure value={null} />}</dd>
    </>
  );
}
