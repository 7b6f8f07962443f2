// The 26 rules of schema.yaml as one DuckDB query: node check.mjs FILE [COLUMNS].
import { createRequire } from 'node:module';
import path from 'node:path';

const [file, columns = '10'] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(import.meta.dirname, '../duckdb/'))('@duckdb/node-api');
const types = {
  id: 'BIGINT', customer: 'VARCHAR', country: 'VARCHAR', status: 'VARCHAR', quantity: 'BIGINT', price: 'DOUBLE', score: 'DOUBLE',
  born: 'DATE', created: 'TIMESTAMP', note: 'VARCHAR',
};
for (let i = 0; i < Number(columns) - 10; i++) types[`v${i}`] = i % 2 ? 'BIGINT' : 'DOUBLE';
const typed = Object.entries(types).filter(([, type]) => type !== 'VARCHAR');
const value = (name) => `TRY_CAST(${name} AS ${types[name]})`;
const sums = [
  'count(*) AS rows_',
  ...typed.map(([name, type]) => `count(*) FILTER (${name} IS NOT NULL AND TRY_CAST(${name} AS ${type}) IS NULL) AS type_${name}`),
  ...['id', 'customer', 'country', 'score', 'created'].map((name) => `count(*) FILTER (${name} IS NULL) AS missing_${name}`),
  `count(${value('id')}) - count(DISTINCT ${value('id')}) AS repeats_id`,
  `count(*) FILTER (NOT regexp_full_match(customer, 'C-[0-9]{7}')) AS pattern_customer`,
  `count(*) FILTER (country NOT IN ('AT','BE','CH','DE','DK','ES','FR','GB','IT','NL','PL','SE')) AS set_country`,
  `count(*) FILTER (status NOT IN ('open','paid','packed','shipped','returned')) AS set_status`,
  `count(*) FILTER (${value('quantity')} NOT BETWEEN 1 AND 499) AS range_quantity`,
  `count(*) FILTER (${value('price')} NOT BETWEEN 0 AND 10000) AS range_price`,
  `count(*) FILTER (${value('score')} NOT BETWEEN 0 AND 1) AS range_score`,
  `count(*) FILTER (${value('born')} NOT BETWEEN DATE '1930-01-01' AND DATE '2010-12-31') AS range_born`,
  `count(*) FILTER (${value('created')} NOT BETWEEN TIMESTAMP '2015-01-01' AND TIMESTAMP '2030-01-01') AS range_created`,
  'count(*) FILTER (length(note) > 60) AS length_note',
];
const declared = (all) => `{${Object.entries(types).map(([name, type]) => `'${name}': '${all ?? type}'`).join(', ')}}`;
const query = (all) => `SELECT ${sums.join(',\n')} FROM read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
  nullstr = ['', 'NA', 'N/A', 'NaN', 'null', 'NULL'], columns = ${declared(all)})`;
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
let reader;
try {
  // Declared types are quicker, but the first value that has not its type ends the query.
  reader = await connection.runAndReadAll(query());
} catch {
  reader = await connection.runAndReadAll(query('VARCHAR'));
}
const found = Object.entries(reader.getRowObjects()[0]).filter(([, count]) => Number(count) > 0);
console.log(JSON.stringify(Object.fromEntries(found.map(([name, count]) => [name, Number(count)]))));
