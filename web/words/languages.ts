import type { Catalogue } from './en/index.ts';

/** The languages of the interface, each by its own name. */
export const languages = { en: 'English', 'pt-BR': 'Português (Brasil)', es: 'Español' } as const;
export type Language = keyof typeof languages;

/** The texts of a language, which come as a part of their own. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return (await import('./en/index.ts')).en;
    case 'pt-BR':
      return (await import('./pt-br/index.ts')).ptBr;
    case 'es':
      return (await import('./es/index.ts')).es;
  }
}

/** The first language we have of those a person prefers, by the language alone (`pt-PT` reads pt-BR). */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const found = languageNames.find((language) => language.toLowerCase().split('-')[0] === base);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The tags of the languages, in the order of the menu. */
export const languageNames = Object.keys(languages) as readonly Language[];
