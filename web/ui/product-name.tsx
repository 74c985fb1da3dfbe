import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: '18px' },
  part: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100, lineHeight: '14px' },
});

type Props = {
  readonly name: string;
  /** Left out where it is the name, of a product that nobody knows better. */
  readonly part: string | null;
};

/** A product in a row of a table: its name, with its part number below. */
export function ProductName({ name, part }: Props) {
  const styles = useStyles();
  return (
    <span className={styles.lines} title={name}>
      <span className={styles.line}>{name}</span>
      {part !== null && part !== name && (
        <span className={mergeClasses(styles.line, styles.part)}>{part}</span>
      )}
    </span>
  );
}
