import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Catalogue } from './en/index.ts';
import { type Language as Name, languageNames, loadCatalogue, preferredLanguage } from './languages.ts';
import { WordsProvider } from './words.tsx';

/** A language with its texts at hand. */
export type Spoken = { readonly language: Name; readonly catalogue: Catalogue };

const key = 'seatledger.language';

/** The texts to begin with: of the language chosen in this browser, else of the one it prefers. */
export async function firstCatalogue(): Promise<Spoken> {
  const kept = localStorage.getItem(key);
  const language = languageNames.find((name) => name === kept) ?? preferredLanguage(navigator.languages);
  return { language, catalogue: await loadCatalogue(language) };
}

/** Speaks one language to everything below it, and changes it once the texts of another are there. */
export function Language({ first, children }: { readonly first: Spoken; readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState(first);
  const setLanguage = useCallback((language: Name) => {
    localStorage.setItem(key, language);
    void loadCatalogue(language).then((catalogue) => setSpoken({ language, catalogue }));
  }, []);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken]);
  return (
    <WordsProvider {...spoken} setLanguage={setLanguage}>
      {children}
    </WordsProvider>
  );
}
