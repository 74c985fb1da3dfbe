import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';

const useStyles = makeStyles({
  bone: {
    display: 'block',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
    animationName: { '50%': { opacity: 0.45 } },
    animationDuration: '1.6s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'ease-in-out',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** Shows nothing for the first 100 ms, in which most answers come, and then its content. */
export function Late({ children }: { readonly children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 100);
    return () => clearTimeout(timer);
  }, []);
  return due ? children : null;
}

type BoneProps = {
  readonly width?: number | string;
  readonly height?: number | string;
  readonly className?: string;
};

/** A quiet gray piece in the place and size of what will stand there; wrap it into `<Late>`. */
export function Bone({ width = '100%', height = 16, className }: BoneProps) {
  const styles = useStyles();
  return <span aria-hidden className={mergeClasses(styles.bone, className)} style={{ width, height }} />;
}
