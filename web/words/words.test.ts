import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Catalogue, en } from './en/index.ts';
import { es } from './es/index.ts';
import { preferredLanguage } from './languages.ts';
import { ptBr } from './pt-br/index.ts';

const catalogues = { en, 'pt-BR': ptBr, es } as const;

test('every text of every language can be read, and takes the values that the English one takes', () => {
  const faults = Object.entries(catalogues).flatMap(([language, catalogue]) =>
    texts(catalogue).flatMap(([key, text]) => {
      const [own, english] = [
        valuesOf(text, language),
        valuesOf(texts(en).find(([name]) => name === key)?.[1], 'en'),
      ];
      const strange = own.filter((value) => !english.includes(value));
      return strange.length === 0 ? [] : [`${language} ${key}: ${strange.join(', ')}`];
    }),
  );
  assert.deepEqual(faults, []);
});

test('a language is chosen by its base, in the order a person prefers, and English when there is none', () => {
  assert.equal(preferredLanguage(['de-DE', 'pt-PT', 'en-US']), 'pt-BR');
  assert.equal(preferredLanguage(['es-419']), 'es');
  assert.equal(preferredLanguage(['ja']), 'en');
});

function texts(catalogue: Catalogue): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([area, words]) =>
    Object.entries(words).map(([name, text]) => [`${area}.${name}`, text] as const),
  );
}

type Part = {
  readonly type: number;
  readonly value?: unknown;
  readonly children?: readonly Part[];
  readonly options?: object;
};

/** The names of the values in a text, at any depth. */
function valuesOf(text: string | undefined, language: string): readonly string[] {
  const parts = new IntlMessageFormat(text ?? '', language).getAst() as readonly Part[];
  return [...new Set(parts.flatMap(names))].sort();
}

function names(part: Part): readonly string[] {
  const inner = [
    ...(part.children ?? []),
    ...Object.values(part.options ?? {}).flatMap(
      (option: { readonly value: readonly Part[] }) => option.value,
    ),
  ];
  // 0 is plain text and 7 the sign of a plural; all others name a value.
  const own = part.type === 0 || part.type === 7 || typeof part.value !== 'string' ? [] : [part.value];
  return [...own, ...inner.flatMap(names)];
}
