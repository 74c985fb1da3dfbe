import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, use, useMemo } from 'react';
import type { Catalogue } from './en/index.ts';
import { type Format, createFormat } from './format.ts';
import type { Language } from './languages.ts';

/** The name of a text: its area and its name in there, as `balance.title`. */
export type WordKey = { [A in keyof Catalogue]: `${A}.${keyof Catalogue[A] & string}` }[keyof Catalogue];

/** What is put into a text. */
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

export type Words = Format & {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A text with its values, ICU plurals and all. */
  t(key: WordKey, values?: Values): string;
  /** The same where the text marks parts with `<b>…</b>`. */
  rich(key: WordKey, values?: Values): ReactNode;
};

const Context = createContext<Words | null>(null);

/** The texts and formats of the chosen language. */
export function useWords(): Words {
  const words = use(Context);
  if (words === null) throw new Error('There are no words outside of <WordsProvider>.');
  return words;
}

type Props = {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly setLanguage: (language: Language) => void;
  readonly children: ReactNode;
};

/** Gives everything below it one language. */
export function WordsProvider({ language, catalogue, setLanguage, children }: Props) {
  const words = useMemo(
    () => createWords(language, catalogue, setLanguage),
    [language, catalogue, setLanguage],
  );
  return <Context value={words}>{children}</Context>;
}

function createWords(
  language: Language,
  catalogue: Catalogue,
  setLanguage: (language: Language) => void,
): Words {
  const format = createFormat(language);
  const messages = new Map<WordKey, IntlMessageFormat>();
  return { ...format, language, setLanguage, t, rich };

  function t(key: WordKey, values: Values = {}): string {
    return String(message(key).format(values));
  }

  function rich(key: WordKey, values: Values = {}): ReactNode {
    return message(key).format<ReactNode>({ ...values, b: bold });
  }

  function message(key: WordKey): IntlMessageFormat {
    const known = messages.get(key);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(textOf(catalogue, key), format.locale);
    messages.set(key, made);
    return made;
  }
}

function textOf(catalogue: Catalogue, key: WordKey): string {
  const dot = key.indexOf('.');
  const area: Readonly<Record<string, string>> | undefined = catalogue[key.slice(0, dot) as keyof Catalogue];
  // The types leave no missing text; a key made at run time could.
  return area?.[key.slice(dot + 1)] ?? key;
}

function bold(parts: readonly (string | ReactNode)[]): ReactNode {
  return <strong key={parts.map(String).join()}>{parts}</strong>;
}
