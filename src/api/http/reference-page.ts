/** As much of an OpenAPI 3.1 document as a page shows. */
export type Described = {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
};

type DescribedOperation = {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};

type Content = Readonly<Record<string, { readonly schema?: unknown }>>;

/** A page about every route, without a script: what it takes, what it answers, in the form of its schema. */
export function referencePage({ info, paths }: Described): string {
  const operations = Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ url, method: method.toUpperCase(), operation })),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(info.title)}</title>
<style nonce="__NONCE__">${style}</style>
</head>
<body>
<main>
<h1>${escaped(info.title)} <small>${escaped(info.version)}</small></h1>
<p>${escaped(info.description ?? '')}</p>
<p><a href="/api/openapi.json">openapi.json</a> is the same for programs.</p>
${operations.map(operationPart).join('\n')}
</main>
</body>
</html>`;
}

function operationPart({
  url,
  method,
  operation,
}: {
  readonly url: string;
  readonly method: string;
  readonly operation: DescribedOperation;
}): string {
  const { summary = '', description = '', parameters = [], requestBody, responses } = operation;
  return `<details>
<summary><code class="method">${method}</code> <code>${escaped(url)}</code> <span>${escaped(summary)}</span></summary>
<p>${escaped(description)}</p>
${parameters.length === 0 ? '' : parametersPart(parameters)}
${requestBody ? contentPart('Body', requestBody.content) : ''}
${Object.entries(responses)
  .map(([status, { description: meaning, content = {} }]) =>
    Object.keys(content).length === 0
      ? `<h3>${escaped(status)} ${escaped(meaning)}</h3>`
      : contentPart(`${status} ${meaning}`, content),
  )
  .join('\n')}
</details>`;
}

function parametersPart(parameters: NonNullable<DescribedOperation['parameters']>): string {
  const rows = parameters.map(
    ({ name, in: place, required, schema }) =>
      `<tr><th scope="row"><code>${escaped(name)}</code></th><td>${place}${required === true ? ', required' : ''}</td><td><code>${escaped(JSON.stringify(schema ?? {}))}</code></td></tr>`,
  );
  return `<table><caption>Parameters</caption>${rows.join('')}</table>`;
}

function contentPart(title: string, content: Content): string {
  const forms = Object.entries(content).map(
    ([type, { schema }]) =>
      `<h4>${escaped(type)}</h4><pre>${escaped(JSON.stringify(schema ?? {}, null, 2))}</pre>`,
  );
  return `<h3>${escaped(title)}</h3>${forms.join('')}`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color-scheme: light dark; }
body { margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.6rem; } h1 small { font-weight: 400; opacity: .7; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; } h4 { font-size: .85rem; margin: .5rem 0; font-weight: 600; }
details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0; }
summary { cursor: pointer; } summary span { opacity: .8; margin-left: .5rem; }
code, pre { font: 13px/1.45 ui-monospace, Consolas, monospace; }
.method { display: inline-block; min-width: 4.5rem; font-weight: 700; }
pre { overflow: auto; max-height: 24rem; padding: .75rem; border-radius: 4px; background: color-mix(in srgb, currentColor 6%, transparent); }
table { border-collapse: collapse; } caption { text-align: left; font-weight: 600; } th, td { text-align: left; padding: .2rem 1rem .2rem 0; font-weight: 400; }
`;
