import type { PersonDetail, PersonSeat, WaitingSeat } from '../../api/contract/people.ts';
import type { Call } from '../definition.ts';
import { exitCodes } from '../failure.ts';
import { texts } from '../options.ts';
import { ago, date, moment } from '../output/moments.ts';
import { printJson } from '../output/json.ts';
import type { Paint } from '../output/paint.ts';
import { visible } from '../../api/contract/visible.ts';
import { fit } from '../output/width.ts';
import { errorWords, personName, sourcesWords } from './words.ts';

/** Shows one person: who it is, what it holds and why, what it waits for, what was found about it. */
export async function showUser(call: Call): Promise<number> {
  const { out, paint } = call.terminal;
  const operations = await call.operations();
  const detail = await operations.user({ ...texts(call, 'tenant'), id: call.argument });
  if (call.globals.output === 'json') await printJson(out, detail);
  else await out.lines(card(detail, call.context.now(), paint));
  return exitCodes.done;
}

function card(detail: PersonDetail, now: Date, paint: Paint): readonly string[] {
  const { person, tenantName, findings, asOf } = detail;
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', paint('bold', title), ...lines];
  return [
    paint('bold', visible(personName(person))),
    visible([person.userPrincipalName ?? 'no principal name', ...standing(detail), tenantName].join(' · ')),
    ...block('Identity', identityLines(detail)),
    ...block(
      'Seats',
      person.seats.length === 0 ? ['  none'] : person.seats.flatMap((seat) => seatLines(seat, detail, paint)),
    ),
    ...block(
      'Waiting',
      person.waiting.map((one) => waitingLine(one, paint)),
    ),
    ...block(
      'Findings',
      findings.map(({ rule, evidence }) => `  ${paint('warning', rule)}: ${visible(evidence)}`),
    ),
    '',
    `As of ${moment(asOf)}, ${ago(asOf, now)}.`,
  ];
}

function standing({ person: { enabled, type }, hybrid }: PersonDetail): readonly string[] {
  return [
    type ?? 'type unknown',
    enabled === null ? 'enabled or not is unknown' : enabled ? 'enabled' : 'blocked',
    ...(hybrid === true ? ['from on-premises'] : []),
  ];
}

function identityLines(detail: PersonDetail): readonly string[] {
  const { person } = detail;
  const fields: readonly (readonly [label: string, value: string | null])[] = [
    ['Object id', person.id],
    ['Mail', detail.mail],
    ['Job title', detail.jobTitle],
    ['Department', person.department],
    ['Company', detail.companyName],
    ['Cost center', detail.costCenter],
    ['Division', detail.division],
    ['Employee', [detail.employeeId, detail.employeeType].filter((text) => text !== null).join(', ') || null],
    ['Country', person.country],
    ['Usage location', person.usageLocation],
    ['Created', detail.createdAt === null ? null : date(detail.createdAt)],
  ];
  return fields.flatMap(([label, value]) => (value === null ? [] : [`  ${fit(label, 16)}${visible(value)}`]));
}

function seatLines(seat: PersonSeat, { disabledPlans }: PersonDetail, paint: Paint): readonly string[] {
  const since = seat.since === null ? 'since before the first collection' : `since ${date(seat.since)}`;
  const off = disabledPlans.filter(({ skuId }) => skuId === seat.skuId).map(({ planName }) => planName);
  return [
    `  ${visible(seat.productName)}`,
    `      ${visible(sourcesWords(seat.sources))} · ${since}`,
    ...(seat.state === 'active' ? [] : [`      ${paint('bad', `error: ${errorText(seat.error)}`)}`]),
    ...(off.length === 0 ? [] : [`      switched off: ${visible(off.join(', '))}`]),
  ];
}

function errorText(error: string | undefined): string {
  return error === undefined ? 'not named by Microsoft' : visible(errorWords(error));
}

function waitingLine({ productName, groupId, groupName, error }: WaitingSeat, paint: Paint): string {
  const group = groupName ?? groupId;
  const by = group === undefined ? 'direct' : `group ${group}`;
  return `  ${visible(productName)}, ${visible(by)}: ${paint('bad', visible(errorWords(error)))}`;
}
