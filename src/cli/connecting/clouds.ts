import type { CloudName } from '../../api/contract/tenants.ts';

/** The clouds by their names in the contract, whose own list would load the schema library for every `--help`. */
export const clouds: readonly CloudName[] = ['global', 'usgov', 'usgov-dod', 'china', 'custom'];
