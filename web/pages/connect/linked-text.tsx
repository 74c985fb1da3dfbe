import { makeStyles } from '@fluentui/react-components';
import { Fragment } from 'react';
import { OutLink } from '../../ui/text-link.tsx';
import { useWords } from '../../words/words.tsx';

// Within a sentence color alone does not make a link.
const useStyles = makeStyles({ link: { textDecorationLine: 'underline' } });

/** A sentence of the server, in which a web address is a word to click on instead of two lines of text. */
export function LinkedText({ text }: { readonly text: string }) {
  const styles = useStyles();
  const { t } = useWords();
  const parts = text.split(/(https?:\/\/[^\s"<>]+[^\s"<>.,;:)])/);
  // What stands between the parts of the pattern alternates with what fits it.
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      <Fragment key={`${index} ${part}`}>{part}</Fragment>
    ) : (
      <OutLink
        className={styles.link}
        key={`${index} ${part}`}
        href={part}
        target="_blank"
        rel="noreferrer"
        title={part}
      >
        {t('connect.openLink')}
      </OutLink>
    ),
  );
}
