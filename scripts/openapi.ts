import fastifySwagger from '@fastify/swagger';
import Fastify from 'fastify';
import { format } from 'prettier';
import { closed } from '../src/api/http/checks.ts';
import { Problem } from '../src/api/contract/problem.ts';
import type { Route } from '../src/api/route.ts';
import { routes } from '../src/api/routes/index.ts';
import { version } from '../src/version.ts';

/** The description of the API in OpenAPI 3.1, from the very schemas that its requests and answers are held against. */
export async function openApiText(): Promise<string> {
  const server = Fastify({ exposeHeadRoutes: false });
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => JSON.stringify);
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Seatledger API',
        version,
        description:
          'The license balance of Microsoft 365: what was bought, what is assigned, what is left, who holds it, why and ' +
          'since when. Lists come in pages; every error says what was seen, the likely cause and what to do.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'seatledger' },
        },
      },
    },
  });
  await server.register((scope, _options, registered) => {
    for (const route of routes) {
      scope.route({
        method: route.method,
        url: `/api/v1${route.url}`,
        schema: schemaOf(route),
        handler: () => undefined,
      });
    }
    registered();
  });
  await server.ready();
  return format(JSON.stringify(server.swagger()), { parser: 'json', printWidth: 110 });
}

const statusWords: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Begun',
  204: 'Done',
};

function schemaOf({ url, query, body, answers, forms = [], right, summary, published }: Route) {
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
  const params = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  return {
    summary,
    description: [
      right === 'open' ? 'Answers without a caller.' : `Needs the right \`${right}\`.`,
      ...(published === true ? ['Has a weak ETag, which changes with what is published.'] : []),
    ].join(' '),
    security: right === 'open' ? [] : [{ token: [] }, { session: [] }],
    ...(names.length === 0 ? {} : { params: { type: 'object', properties: params, required: names } }),
    ...(query ? { querystring: closed(query) } : {}),
    ...(body ? { body: closed(body) } : {}),
    response: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [
          status,
          {
            description: statusWords[Number(status)] ?? '',
            ...(schema
              ? { content: { 'application/json': { schema: closed(schema) }, ...contentOf(forms) } }
              : { type: 'null' }),
          },
        ]),
      ),
      ...(Object.keys(answers).length === 0
        ? { 200: { description: 'A stream', content: contentOf(forms) } }
        : {}),
      '4xx': {
        description: 'Refused, with who has to act',
        content: { 'application/problem+json': { schema: closed(Problem) } },
      },
    },
  };
}

function contentOf(forms: NonNullable<Route['forms']>) {
  return Object.fromEntries(forms.map((form) => [form, { schema: { type: 'string' } }]));
}
