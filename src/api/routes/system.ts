import { System } from '../contract/tenants.ts';
import { ok } from '../http/answer.ts';
import { doctor } from '../operations/doctor.ts';
import { route } from '../route.ts';

/** The set-up of this Seatledger. */
export const systemRoutes = [
  route({
    method: 'GET',
    url: '/system',
    right: 'read-system',
    summary: 'Version, database and the health of the set-up',
    answers: { 200: System },
    async handle({ context }) {
      const { version, database, dataDir } = context.setup;
      return ok({ version, database, dataDir, checks: [...(await doctor(context))] });
    },
  }),
];
