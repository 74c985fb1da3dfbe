import { usersQuery } from './query.ts';

// The least that a collector can do: get a token, download every page of users, parse it, keep everything.
const [origin = '', tenant = '', clientId = '', secret = ''] = process.argv.slice(2);

const answer = await fetch(`${origin}/${tenant}/oauth2/v2.0/token`, {
  method: 'POST',
  body: new URLSearchParams({
    client_id: clientId,
    client_secret: secret,
    grant_type: 'client_credentials',
    scope: `${origin}/.default`,
  }),
});
const { access_token: token } = (await answer.json()) as { access_token: string };

const users: unknown[] = [];
let link: string | undefined = `${origin}/v1.0/users?${usersQuery}`;
while (link) {
  const response: Response = await fetch(link, { headers: { authorization: `Bearer ${token}` } });
  const page = JSON.parse(await response.text()) as { value: unknown[]; '@odata.nextLink'?: string };
  users.push(...page.value);
  link = page['@odata.nextLink'];
}
process.stdout.write(`${users.length}\n`);
