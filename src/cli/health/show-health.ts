import type { HealthCheck } from '../../api/contract/tenants.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import type { CsvForm } from '../../api/contract/csv/form.ts';
import { printList } from '../output/list.ts';
import { resultMark } from '../output/result-mark.ts';
import { visible } from '../../api/contract/visible.ts';
import { count } from '../output/words.ts';

/** Says how each part of the set-up is; 1 when one failed. */
export async function showHealth(call: Call): Promise<number> {
  const { out, paint } = call.terminal;
  const operations = await call.operations();
  const checks = await operations.doctor();
  const failed = checks.filter(({ result }) => result === 'failed').length;
  await printList(call, checks, healthCsv, async () => {
    await out.lines(
      checks.map(
        ({ name, result, message }) => `${resultMark(result, paint)}  ${visible(name)}: ${visible(message)}`,
      ),
    );
    if (failed > 0) await out.line(`${count(failed, 'check')} failed.`);
  });
  return failed > 0 ? exitCodes.failed : exitCodes.done;
}

// The checks as CSV: the fields of their JSON.
const healthCsv: CsvForm<HealthCheck> = {
  header: ['name', 'result', 'message'],
  cells: ({ name, result, message }) => [name, result, message],
};
