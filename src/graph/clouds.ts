/** A deployment of Microsoft 365 with its own sign-in and Graph hosts; apps and tokens do not cross from one to another. */
export type Cloud = {
  readonly name: 'global' | 'usgov' | 'usgov-dod' | 'china' | 'custom';
  /** How it is called in messages. */
  readonly title: string;
  /** Origin of the token endpoint, such as `https://login.microsoftonline.com`. */
  readonly authorityHost: string;
  /** Origin of Microsoft Graph, such as `https://graph.microsoft.com`. */
  readonly graphHost: string;
  /** Origin of the Entra admin center. */
  readonly portal: string;
};

/** The four clouds, as Microsoft documents them on its page on national cloud deployments. */
export const clouds: readonly Cloud[] = [
  {
    name: 'global',
    title: 'the global cloud',
    authorityHost: 'https://login.microsoftonline.com',
    graphHost: 'https://graph.microsoft.com',
    portal: 'https://entra.microsoft.com',
  },
  {
    name: 'usgov',
    title: 'Microsoft Cloud for US Government (L4, GCC High)',
    authorityHost: 'https://login.microsoftonline.us',
    graphHost: 'https://graph.microsoft.us',
    portal: 'https://entra.microsoft.us',
  },
  {
    name: 'usgov-dod',
    title: 'Microsoft Cloud for US Government (L5, DoD)',
    authorityHost: 'https://login.microsoftonline.us',
    graphHost: 'https://dod-graph.microsoft.us',
    portal: 'https://entra.microsoft.us',
  },
  {
    name: 'china',
    title: 'Microsoft 365 operated by 21Vianet (China)',
    authorityHost: 'https://login.partner.microsoftonline.cn',
    graphHost: 'https://microsoftgraph.chinacloudapi.cn',
    portal: 'https://entra.microsoftonline.cn',
  },
];

/** The cloud of that name, or undefined. */
export function cloudNamed(name: string): Cloud | undefined {
  return clouds.find((cloud) => cloud.name === name);
}

/**
 * A stand-in of Microsoft at the given origins.
 * @throws TypeError when an origin is no URL, has a path, or is plain http anywhere but on loopback.
 */
export function customCloud(authorityHost: string, graphHost: string): Cloud {
  return {
    name: 'custom',
    title: 'the custom cloud',
    authorityHost: originOf(authorityHost),
    graphHost: originOf(graphHost),
    portal: originOf(authorityHost),
  };
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new TypeError(`"${text}" is not a web address`);
  if (url.pathname !== '/' || url.search || url.username) {
    throw new TypeError(`"${text}" must be a host alone, such as https://login.example.com`);
  }
  if (url.protocol === 'http:' && !['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)) {
    throw new TypeError(`"${text}" is plain http, which is allowed on this machine only; use https`);
  }
  return url.origin;
}
