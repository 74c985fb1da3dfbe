/** Answers that were made before, by their ETag; the ones not asked for longest are forgotten. */
export type Remembered = {
  get(tag: string): string | undefined;
  keep(tag: string, text: string): void;
};

/** All of them together, and the longest that is worth keeping, in characters. */
const most = { together: 16_000_000, one: 500_000 } as const;

/** A memory of answers: what is made of published generations stays the same as long as its ETag does. */
export function createRemembered(): Remembered {
  const texts = new Map<string, string>();
  let characters = 0;
  const forget = (tag: string) => {
    characters -= texts.get(tag)?.length ?? 0;
    texts.delete(tag);
  };
  return {
    get(tag) {
      const text = texts.get(tag);
      if (text === undefined) return undefined;
      // The order of a Map is that of its making: asked for now is made last.
      texts.delete(tag);
      texts.set(tag, text);
      return text;
    },
    keep(tag, text) {
      if (text.length > most.one) return;
      forget(tag);
      texts.set(tag, text);
      characters += text.length;
      for (const oldest of texts.keys()) {
        if (characters <= most.together) return;
        forget(oldest);
      }
    },
  };
}
