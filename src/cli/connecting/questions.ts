import type { CliContext } from '../command.ts';
import { ask } from '../output/ask.ts';

/** Asks for a text that may be seen. */
export async function askText(context: CliContext, message: string): Promise<string> {
  return ask<string>(context, ({ text }, streams) => text({ ...streams, message, validate: something }));
}

/** Asks for a text that is not shown; it may be empty. */
export async function askPassword(context: CliContext, message: string): Promise<string> {
  return ask<string>(context, ({ password }, streams) => password({ ...streams, message }));
}

/** Asks which credential there is, then for the secret itself or for the certificate's file. */
export async function askCredential(
  context: CliContext,
): Promise<{ readonly kind: 'secret' | 'certificate'; readonly text: string }> {
  const kind = await ask<'secret' | 'certificate'>(context, ({ select }, streams) =>
    select({
      ...streams,
      message: 'How does the app sign in?',
      options: [
        { value: 'certificate', label: 'Certificate', hint: 'a PEM or PFX file with its private key' },
        { value: 'secret', label: 'Client secret', hint: 'the column "Value" of Certificates & secrets' },
      ],
    }),
  );
  if (kind === 'certificate') return { kind, text: await askText(context, 'Certificate file') };
  const text = await ask<string>(context, ({ password }, streams) =>
    password({ ...streams, message: 'Client secret (the Value, not the Secret ID)', validate: something }),
  );
  return { kind, text };
}

function something(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? 'Needed to go on; Ctrl-C leaves.' : undefined;
}
