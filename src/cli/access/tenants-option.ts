import type { Call, OptionDefinition } from '../definition.ts';
import { texts } from '../options.ts';

/** The `--tenants` option, the same for people and programs. */
export const tenantsOption: OptionDefinition = {
  flags: '--tenants <tenants>',
  description: 'only these tenants: ids, domains or names, with commas between',
};

/** The tenants that were named, for a request; nothing means all. */
export function tenantsGiven(call: Pick<Call, 'values'>): { readonly tenants?: string[] } {
  const { tenants } = texts(call, 'tenants');
  if (tenants === undefined) return {};
  return {
    tenants: tenants
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  };
}
