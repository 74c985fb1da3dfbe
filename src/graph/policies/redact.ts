const longest = 2000;

/**
 * The text without tokens, secrets, addresses and the values of JSON members, which may name people; keys stay.
 * At most its first 2,000 characters.
 */
export function redact(text: string): string {
  return text
    .slice(0, longest)
    .replace(/("(?!@odata\.|code"|error")[^"\\]{1,100}"\s*:\s*)"(?:[^"\\]|\\.)*"?/g, '$1"…"')
    .replace(/eyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '[token]')
    .replace(/\b(client_secret|client_assertion|access_token)=[^&\s]*/g, '$1=[secret]')
    .replace(/[^\s@"'<>]+@[^\s@"'<>]+/g, '[address]');
}

/** The start of a body (200 characters), redacted, for a message on an answer that could not be read. */
export function excerpt(body: string): string {
  return redact(body).slice(0, 200);
}

/** Path and parameter names of a request, for the log: values and addresses may name people. */
export function loggedPath(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const names = [...searchParams.keys()].join('&');
  const path = pathname.replace(/[^/]*(@|%40)[^/]*/gi, '[address]');
  return names ? `${path}?${names}` : path;
}
