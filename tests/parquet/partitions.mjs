// Writes tables in folders as DuckDB lays them out and by hand, and what DuckDB reads from them.
// Run it after 'npm ci --ignore-scripts': node partitions.mjs ../MlOps.Build.Engine.Tests/Data/Partitions/Expected
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const folder = process.argv[2];
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const run = sql => connection.run(sql);

// DuckDB's own writer: whole numbers, digits that are text, dates, text with signs that no folder may have, and missing ones.
await run(`CREATE TABLE sales AS SELECT i AS id, round(sin(i), 4) AS amount, 2023 + i % 2 AS year, lpad((1 + i % 3)::VARCHAR, 2, '0') AS month,
  DATE '2024-02-28' + CAST(i % 3 AS INTEGER) AS day, [NULL, 'a b/c', '蓝=1', 'x%y', 'NA'][1 + i % 5] AS region FROM range(60) t(i)`);
const written = [['csv', 'HEADER,', 'year, month'], ['parquet', '', 'day, region']];
for (const [format, options, keys] of written)
  await run(`COPY (SELECT * FROM sales ORDER BY id) TO '${join(folder, 'duckdb-' + format)}' (FORMAT ${format}, ${options} PARTITION_BY (${keys}))`);

// By hand: what each value is read as.
const layouts = {
  'leading-zeros': ['k=01', 'k=1'],
  'plus': ['k=+5', 'k=6'],
  'too-large': ['k=9223372036854775808', 'k=1'],
  'negative': ['k=-5', 'k=6'],
  'exponent': ['k=1e3', 'k=5'],
  'point': ['k=1.5', 'k=2'],
  'mixed': ['k=1', 'k=x'],
  'mixed-dates': ['k=2024-01-01', 'k=7'],
  'truth': ['k=true', 'k=false'],
  'time': ['k=2024-01-01%2010%3A00%3A00', 'k=2024-01-02%2010%3A00%3A00'],
  'null': ['k=NULL', 'k=x'],
  'null-in-lower-case': ['k=null', 'k=x'],
  'empty': ['k=', 'k=x'],
  'escapes': ['k=%E8%93%9D', 'k=a%20b%2Fc', 'k=100%', 'k=%zz'],
  'second-equals': ['k=1/a=b=c', 'k=2/a=b=c'],
  'in-the-file': ['b=7', 'b=8'],
};
for (const [name, paths] of Object.entries(layouts)) {
  for (const [i, path] of paths.entries()) {
    const file = join(folder, name, path, 'part.csv');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `id,b\n${i},${i * 10}\n`);
  }
}

for (const [i, path] of ['d=2024-01-31/e=x', 'd=__HIVE_DEFAULT_PARTITION__/e=__HIVE_DEFAULT_PARTITION__'].entries()) {
  const file = join(folder, 'lines-json', path, 'part.jsonl');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `{"id": ${i}, "b": "text ${i}"}\n{"id": ${i + 10}}\n`);
}

const readers = { csv: ['read_csv', 'csv'], json: ['read_json', 'jsonl'], parquet: ['read_parquet', 'parquet'] };
const expected = [];
for (const name of [...written.map(([format]) => 'duckdb-' + format), 'lines-json', ...Object.keys(layouts)]) {
  const [reader, ending] = readers[name.split('-').at(-1)] ?? readers.csv;
  const table = `${reader}('${join(folder, name)}/**/*.${ending}', hive_partitioning = true)`;
  const columns = (await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${table}`)).getRows().map(row => ({ name: row[0], type: row[1] }));
  const texts = columns.map(column => `CAST("${column.name}" AS VARCHAR)`).join(', ');
  const rows = (await connection.runAndReadAll(`SELECT ${texts} FROM ${table} ORDER BY id`)).getRows();
  expected.push({ name, columns, rows });
}

writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected, null, 1) + '\n');
