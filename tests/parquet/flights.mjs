// Asks DuckDB about vega-datasets' three million flights. Run it after 'npm ci --ignore-scripts':
// node flights.mjs ../MlOps.Build.Parquet.Tests/Files/flights-3m.json
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const file = fileURLToPath(new URL('node_modules/vega-datasets/data/flights-3m.parquet', import.meta.url));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const from = `FROM '${file}'`;
const number = (name, value) => `SELECT '${name}' AS "column", count(${value})::VARCHAR AS values, (count(*) - count(${value}))::VARCHAR AS missing,
  count(DISTINCT ${value})::VARCHAR AS distinct, sum(${value}::HUGEINT)::VARCHAR AS sum, min(${value})::VARCHAR AS min, max(${value})::VARCHAR AS max`;
const text = name => `SELECT '${name}' AS "column", count(${name})::VARCHAR AS values, (count(*) - count(${name}))::VARCHAR AS missing,
  count(DISTINCT ${name})::VARCHAR AS distinct, sum(strlen(${name}))::VARCHAR AS sum, min(${name}) AS min, max(${name}) AS max`;
const queries = [number('date', 'epoch_us(date)'), number('delay', 'delay'), number('distance', 'distance'), text('origin'), text('destination')];
const columns = [];
for (const query of queries)
  columns.push({ query: `${query} FROM 'flights-3m.parquet'`, ...(await connection.runAndReadAll(`${query} ${from}`)).getRowObjectsJson()[0] });
const pairs = `SELECT origin, count(*)::VARCHAR AS flights, sum(delay)::VARCHAR AS delay`;
const rest = `GROUP BY origin ORDER BY count(*) DESC, origin LIMIT 20`;
const origins = (await connection.runAndReadAll(`${pairs} ${from} ${rest}`)).getRowObjectsJson();
const early = `SELECT count(*)::VARCHAR AS n`;
const limit = 'WHERE date < TIMESTAMP \'2001-02-01\'';
const [{ n }] = (await connection.runAndReadAll(`${early} ${from} ${limit}`)).getRowObjectsJson();
const spread = name => `SELECT '${name}' AS "column", avg(${name})::VARCHAR AS mean, stddev_samp(${name})::VARCHAR AS deviation,
  quantile_cont(${name}, [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])::VARCHAR AS deciles`;
const top = name => `SELECT ${name}::VARCHAR AS value, count(*)::VARCHAR AS rows`;
const most = name => `GROUP BY ${name} ORDER BY count(*) DESC, ${name}::VARCHAR LIMIT 10`;
const [spreads, tops] = [[], []];
for (const query of [spread('delay'), spread('distance')])
  spreads.push({ query: `${query} FROM 'flights-3m.parquet'`, ...(await connection.runAndReadAll(`${query} ${from}`)).getRowObjectsJson()[0] });
for (const name of ['delay', 'distance', 'origin', 'destination'])
  tops.push({ query: `${top(name)} FROM 'flights-3m.parquet' ${most(name)}`, column: name, rows: (await connection.runAndReadAll(`${top(name)} ${from} ${most(name)}`)).getRowObjectsJson() });
const version = (await connection.runAndReadAll('SELECT version()')).getRows()[0][0];
writeFileSync(process.argv[2], JSON.stringify({
  readBy: `DuckDB ${version}`, columns,
  origins: { query: `${pairs} FROM 'flights-3m.parquet' ${rest}`, rows: origins },
  spreads, tops,
  january: { query: `${early} FROM 'flights-3m.parquet' ${limit}`, count: n },
}, null, 1) + '\n');
