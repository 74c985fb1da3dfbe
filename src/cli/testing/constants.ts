/** The moment at which every test of the command line runs. */
export const testNow = new Date('2026-11-24T08:12:00.000Z');

/** The tenant of all data beside this file. */
export const contosoId = '11111111-aaaa-4bbb-8ccc-000000000001';

/** When Microsoft was last read. */
export const lastRead = '2026-11-24T06:12:00.000Z';
