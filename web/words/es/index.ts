import type { Catalogue } from '../en/index.ts';
import { balance } from './balance.ts';
import { charts } from './charts.ts';
import { collection } from './collection.ts';
import { connect } from './connect.ts';
import { entrance } from './entrance.ts';
import { estate } from './estate.ts';
import { figures } from './figures.ts';
import { findings } from './findings.ts';
import { history } from './history.ts';
import { keys } from './keys.ts';
import { ledger } from './ledger.ts';
import { people } from './people.ts';
import { products } from './products.ts';
import { run } from './run.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { sku } from './sku.ts';
import { states } from './states.ts';
import { table } from './table.ts';

/** The texts in Spanish. */
export const es: Catalogue = {
  balance,
  charts,
  collection,
  connect,
  entrance,
  estate,
  figures,
  findings,
  history,
  keys,
  ledger,
  people,
  products,
  run,
  settings,
  shell,
  sku,
  states,
  table,
};
