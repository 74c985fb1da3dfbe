import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> };

/** A link to another site, or to a file. */
export function OutLink({ className, ...rest }: Props) {
  const styles = useStyles();
  return <a {...rest} className={mergeClasses(styles.link, className)} />;
}

/** A link to a page of the interface. */
export const TextLink = createLink(OutLink);
