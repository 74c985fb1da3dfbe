import { Button } from '@fluentui/react-components';
import { Checkmark16Regular, Copy16Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { announce } from './announce.tsx';

type Props = {
  readonly text: string;
  /** What is copied, for its name: "Copy the tenant ID". Without it the button says "Copy". */
  readonly label?: string;
  /** With the word beside the icon. */
  readonly withText?: boolean;
  /** What the button says then, where "Copy" would not say enough. */
  readonly says?: string;
};

/** Copies a text and says so. */
export function CopyButton({ text, label, withText = false, says }: Props) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const click = () => {
    void copy(text).then(() => {
      setCopied(true);
      announce(t('figures.copied'));
    });
  };
  const word = copied ? t('figures.copied') : (says ?? t('figures.copy'));
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={copied ? <Checkmark16Regular /> : <Copy16Regular />}
      title={label ?? word}
      aria-label={withText ? undefined : (label ?? word)}
      onClick={click}
    >
      {withText ? word : undefined}
    </Button>
  );
}

async function copy(text: string): Promise<void> {
  // Plain http beyond this machine has no clipboard, but a selection can still be copied.
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const area = document.createElement('textarea');
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
