// Writes the files that the tests of the Parquet reader read, and what DuckDB says stands in them.
// Run it after 'npm ci --ignore-scripts': node write.mjs ../MlOps.Build.Parquet.Tests/Files
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import * as arrow from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import * as rust from 'parquet-wasm/node';

const folder = process.argv[2];
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const path = name => join(folder, name + '.parquet');
const run = sql => connection.run(sql);

// A different row in seven is missing in each column.
const column = (name, value, k) => `CASE WHEN (i + ${k}) % 7 = 0 THEN NULL ELSE ${value} END AS ${name}`;
const types = [
  ['flag', 'i % 3 = 0'],
  ['int8', 'CAST(i % 256 - 128 AS TINYINT)'],
  ['int16', 'CAST(i * 211 % 65536 - 32768 AS SMALLINT)'],
  ['int32', 'CAST(i * 14316557 % 4294967296 - 2147483648 AS INTEGER)'],
  ['int64', 'CAST(i AS BIGINT) * 61489146912365 - 9223372036854775807'],
  ['uint8', 'CAST(i % 256 AS UTINYINT)'],
  ['uint16', 'CAST(i * 218 % 65536 AS USMALLINT)'],
  ['uint32', 'CAST(i * 14316557 % 4294967296 AS UINTEGER)'],
  ['uint64', 'CAST(CAST(i AS BIGINT) * 30744573456182 AS UBIGINT)'],
  ['single', 'CAST(sin(i) * 1000 AS FLOAT)'],
  ['double', 'cos(i) / 7'],
  ['special', "CASE i % 5 WHEN 0 THEN 'nan'::DOUBLE WHEN 1 THEN 'inf'::DOUBLE WHEN 2 THEN '-inf'::DOUBLE WHEN 3 THEN -0.0::DOUBLE ELSE 5e-324 END"],
  ['decimal4', 'CAST(i * 0.7 - 90 AS DECIMAL(4, 1))'],
  ['decimal9', 'CAST(i * 3.217 - 400 AS DECIMAL(9, 3))'],
  ['decimal18', 'CAST(i * 123456.789012 - 9876543 AS DECIMAL(18, 6))'],
  ['decimal38', "CAST(i AS DECIMAL(38, 10)) * CAST('98765432109876.5432109876' AS DECIMAL(24, 10))"],
  ['word', "['red', 'grün', '蓝', '', 'a\tb'][i % 5 + 1]"],
  ['text', "'row ' || i || repeat('é', i % 11)"],
  ['day', "DATE '1899-12-25' + CAST(i * 311 AS INTEGER)"],
  ['clock', "TIME '00:00:00' + to_microseconds(CAST(i AS BIGINT) * 283737591)"],
  ['moment', "TIMESTAMP '1901-02-03 04:05:06.789012' + to_seconds(i * 9876543)"],
  ['moment_ms', "CAST(TIMESTAMP '2001-02-03 04:05:06.789' + to_milliseconds(i * 98765) AS TIMESTAMP_MS)"],
  ['moment_ns', "make_timestamp_ns(1000000000000000001 + CAST(i AS BIGINT) * 987654321987)"],
  ['moment_utc', "make_timestamptz(2024, 2, 29, 23, 59, 59.5, 'UTC') + to_minutes(i * 61)"],
  ['identity', "CAST(md5(i::VARCHAR) AS UUID)"],
  ['size', "CAST(['small', 'medium', 'large'][i % 3 + 1] AS ENUM('small', 'medium', 'large'))"],
  ['json', "CAST('{\"i\": ' || i || '}' AS JSON)"],
];
const every = types.map(([name, value], k) => column(name, value, k)).join(', ');
const codes = [1, 2, 3, 5, 7, 9, 11].map(bits => `(i * 7919) % ${2 ** bits} AS bits${bits}`).join(', ');

await run("SET TimeZone = 'UTC'");
for (const codec of ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])
  await run(`COPY (SELECT ${every} FROM range(300) t(i)) TO '${path('duckdb-types-' + codec)}' (FORMAT parquet, COMPRESSION ${codec})`);
await run(`COPY (SELECT ${every} FROM range(300) t(i)) TO '${path('duckdb-types-v2')}' (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)`);
await run(`COPY (SELECT ${every} FROM range(300) t(i)) TO '${path('duckdb-types-plain')}' (FORMAT parquet, COMPRESSION gzip, DICTIONARY_SIZE_LIMIT 1)`);
await run(`COPY (SELECT ${every} FROM range(300) t(i)) TO '${path('duckdb-types-delta')}' (FORMAT parquet, COMPRESSION gzip, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1)`);
await run(`COPY (SELECT i AS id, i % 2048 < 1000 AS early, 'k' || (i // 2048) AS part, ${codes}, CASE WHEN i % 1000 = 999 THEN NULL ELSE i / 8 END AS eighth
  FROM range(9000) t(i)) TO '${path('duckdb-groups')}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)`);
await run(`COPY (SELECT i, 'x' AS word FROM range(0) t(i)) TO '${path('duckdb-empty')}' (FORMAT parquet)`);
await run(`COPY (SELECT CAST(NULL AS INTEGER) AS number, CAST(NULL AS VARCHAR) AS word, CAST(NULL AS DOUBLE) AS double FROM range(500)) TO '${path('duckdb-all-missing')}' (FORMAT parquet)`);
await run(`COPY (SELECT i, {'a': i} AS pair, [i, i + 1] AS list, MAP {'k': i} AS map, i * 2 AS twice FROM range(10) t(i)) TO '${path('duckdb-nested')}' (FORMAT parquet)`);
await run(`COPY (SELECT i, 18446744073709551615::UBIGINT - i::UBIGINT AS large, '\\x00\\xFF'::BLOB AS bytes, to_days(i::INTEGER) AS span FROM range(10) t(i)) TO '${path('duckdb-unreadable')}' (FORMAT parquet)`);
await run("SET force_mbedtls_unsafe = 'true'");
await run("PRAGMA add_parquet_key('key', '0123456789112345')");
await run(`COPY (SELECT i FROM range(10) t(i)) TO '${path('duckdb-encrypted')}' (FORMAT parquet, ENCRYPTION_CONFIG {footer_key: 'key'})`);

// hyparquet: pages of version 2, each encoding by name.
const rows = [...Array(700).keys()];
const some = (value, k) => rows.map(i => (i + k) % 6 === 0 ? null : value(i));
const named = i => `${['alpha', 'beta', 'gamma'][i % 3]}-${String(i * i).padStart(7, '0')}`;
for (const [codec, pageSize] of [['UNCOMPRESSED', 1000], ['SNAPPY', 1048576]]) {
  writeFileSync(path(`hyparquet-encodings-${codec.toLowerCase()}`), Buffer.from(parquetWriteBuffer({
    codec, pageSize,
    columnData: [
      { name: 'flag_rle', data: some(i => i % 50 < 20, 0), type: 'BOOLEAN', encoding: 'RLE' },
      { name: 'flag_plain', data: some(i => i % 3 === 1, 1), type: 'BOOLEAN', encoding: 'PLAIN' },
      { name: 'int32_delta', data: some(i => (i * 7919 % 10007) - 5000, 2), type: 'INT32', encoding: 'DELTA_BINARY_PACKED' },
      { name: 'int64_delta', data: some(i => BigInt(i) * 123456789012345n * (i % 2 ? 1n : -1n), 3), type: 'INT64', encoding: 'DELTA_BINARY_PACKED' },
      { name: 'single_split', data: some(i => Math.fround(i / 3), 5), type: 'FLOAT', encoding: 'BYTE_STREAM_SPLIT' },
      { name: 'double_split', data: some(i => Math.sqrt(i), 0), type: 'DOUBLE', encoding: 'BYTE_STREAM_SPLIT' },
      { name: 'text_lengths', data: some(named, 1), type: 'STRING', encoding: 'DELTA_LENGTH_BYTE_ARRAY' },
      { name: 'text_prefixes', data: some(named, 2), type: 'STRING', encoding: 'DELTA_BYTE_ARRAY' },
      { name: 'text_dictionary', data: some(i => named(i % 40), 3), type: 'STRING', encoding: 'RLE_DICTIONARY' },
      { name: 'half', data: some(i => i / 4, 4), type: 'FLOAT16' },
      { name: 'required', data: rows.map(i => i * 3), type: 'INT32', nullable: false },
    ],
  })));
}

// Whole numbers in split streams, which DuckDB does not read: hyparquet does.
writeFileSync(path('hyparquet-split'), Buffer.from(parquetWriteBuffer({
  codec: 'SNAPPY', pageSize: 1000,
  columnData: [
    { name: 'int32_split', data: some(i => i * 1000003 % 2147483647 - 7, 4), type: 'INT32', encoding: 'BYTE_STREAM_SPLIT' },
    { name: 'int64_split', data: some(i => BigInt(i) ** 6n - 5n, 5), type: 'INT64', encoding: 'BYTE_STREAM_SPLIT' },
  ],
})));

// INT96, which nobody writes any more: a file of 12 bytes a value, whose type is then put right in the footer; DuckDB judges it.
const int96 = i => {
  const value = Buffer.alloc(12);
  value.writeBigInt64LE(BigInt(i) * 123456789012n % 86400000000000n, 0);
  value.writeInt32LE(2440588 - 40000 + i * 997, 8);
  return new Uint8Array(value);
};
const fixed = Buffer.from(parquetWriteBuffer({
  codec: 'UNCOMPRESSED', statistics: false,
  schema: [
    { name: 'root', num_children: 1 },
    { name: 'moment', type: 'FIXED_LEN_BYTE_ARRAY', type_length: 12, repetition_type: 'OPTIONAL' },
  ],
  columnData: [{ name: 'moment', data: rows.slice(0, 300).map(i => i % 6 === 5 ? null : int96(i)), offsetIndex: false }],
}));
const footer = fixed.length - 8 - fixed.readInt32LE(fixed.length - 8);
const [fixedType, int96Type] = [0x0e, 0x06];
for (const before of [[0x15, fixedType, 0x15, 24], [0x15, fixedType, 0x19]]) {
  const at = fixed.indexOf(Buffer.from(before), footer);
  if (at < 0) throw new Error('the footer has another form now');
  fixed[at + 1] = int96Type;
}
writeFileSync(path('int96'), fixed);

// Apache Arrow's Rust writer: version 1 and 2, and a dictionary that overflows into plain pages.
const table = arrow.tableFromArrays({
  number: Int32Array.from(rows, i => i * 31 - 900),
  large: BigInt64Array.from(rows, i => BigInt(i) ** 6n - 1n),
  single: Float32Array.from(rows, i => i / 7),
  double: Float64Array.from(rows, i => Math.exp(i / 100)),
  text: rows.map(i => i % 9 === 4 ? null : named(i)),
  word: rows.map(i => i % 11 === 4 ? null : ['north', 'south', 'ost', '西'][i % 4]),
});
const stream = arrow.tableToIPC(table, 'stream');
const builder = () => new rust.WriterPropertiesBuilder();
const arrowFiles = {
  'arrow-rs-v1': b => b.setWriterVersion(rust.WriterVersion.V1).setCompression(rust.Compression.SNAPPY),
  'arrow-rs-v2': b => b.setWriterVersion(rust.WriterVersion.V2).setCompression(rust.Compression.ZSTD).setDictionaryEnabled(false),
  'arrow-rs-overflow': b => b.setDictionaryPageSizeLimit(600).setDataPageSizeLimit(800).setWriteBatchSize(64).setCompression(rust.Compression.BROTLI),
  'arrow-rs-overflow-v2': b => b.setWriterVersion(rust.WriterVersion.V2).setDictionaryPageSizeLimit(600).setDataPageSizeLimit(800).setWriteBatchSize(64)
    .setMaxRowGroupSize(300).setCompression(rust.Compression.LZ4_RAW),
  'arrow-rs-prefixes': b => b.setDictionaryEnabled(false).setCompression(rust.Compression.GZIP).setColumnEncoding('text', rust.Encoding.DELTA_BYTE_ARRAY)
    .setColumnEncoding('word', rust.Encoding.DELTA_LENGTH_BYTE_ARRAY).setColumnEncoding('single', rust.Encoding.BYTE_STREAM_SPLIT)
    .setColumnEncoding('double', rust.Encoding.BYTE_STREAM_SPLIT).setColumnEncoding('number', rust.Encoding.DELTA_BINARY_PACKED),
};
for (const [name, set] of Object.entries(arrowFiles))
  writeFileSync(path(name), rust.writeParquet(rust.Table.fromIPCStream(stream), set(builder()).build()));

// What DuckDB reads, as one line a value: 'n' where missing, else 'v' and the value; numbers as the 16 hexadecimal digits of their 64 bits.
const bits = value => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return Number.isNaN(value) ? 'nan' : buffer.toString('hex');
};
function forms(type, name) {
  const quoted = `"${name}"`;
  if (type === 'BOOLEAN') return ['boolean', `${quoted}::VARCHAR`, v => v];
  if (/^U?(TINY|SMALL|BIG)?INT(EGER)?$/.test(type)) return ['integer', `${quoted}::VARCHAR`, v => v];
  if (type === 'FLOAT' || type === 'DOUBLE') return ['number', `${quoted}::DOUBLE`, bits];
  if (type.startsWith('DECIMAL')) return ['number', `${quoted}::VARCHAR`, v => bits(Number(v))];
  if (type === 'DATE') return ['days', `(${quoted} - DATE '1970-01-01')::VARCHAR`, v => v];
  if (type === 'TIMESTAMP_NS') return ['nanoseconds', `epoch_ns(${quoted})::VARCHAR`, v => v];
  if (type.startsWith('TIMESTAMP')) return ['microseconds', `epoch_us(${quoted})::VARCHAR`, v => v];
  return ['text', `${quoted}::VARCHAR`, v => v];
}
function summary(name, type, kind, values, show, limit) {
  const lines = values.map(v => v === null ? 'n' : 'v' + show(v));
  return {
    name, type, kind, missing: values.filter(v => v === null).length,
    first: lines.slice(0, limit), sha256: createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
}
async function describe(name, limit) {
  const file = path(name);
  const columns = [];
  for (const { column_name, column_type } of (await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${file}'`)).getRowObjectsJson()) {
    const [kind, sql, show] = forms(column_type, column_name);
    const values = (await connection.runAndReadAll(`SELECT ${sql} AS v FROM '${file}'`)).getRows().map(([v]) => v);
    columns.push(summary(column_name, column_type, kind, values, show, limit));
  }
  const groups = (await connection.runAndReadAll(
    `SELECT row_group_id AS id, any_value(row_group_num_rows) AS n FROM parquet_metadata('${file}') GROUP BY id ORDER BY id`)).getRows().map(([, n]) => Number(n));
  return { file: name + '.parquet', rows: groups.reduce((a, b) => a + b, 0), groups, columns };
}
async function describeByHyparquet(name) {
  const content = readFileSync(path(name));
  const objects = await parquetReadObjects({ file: content.buffer.slice(content.byteOffset, content.byteOffset + content.length) });
  const columns = Object.keys(objects[0]).map(column => summary(column, 'whole number', 'integer', objects.map(o => o[column]), String, 4));
  return { file: name + '.parquet', rows: objects.length, groups: [objects.length], columns };
}
const skipped = ['hyparquet-split', 'duckdb-nested', 'duckdb-unreadable', 'duckdb-encrypted'];
const names = readdirSync(folder).filter(f => f.endsWith('.parquet')).map(f => f.slice(0, -8)).filter(f => !skipped.includes(f)).sort();
const described = [];
for (const name of names) described.push(await describe(name, 4));
described.push(await describeByHyparquet('hyparquet-split'));
const version = (await connection.runAndReadAll('SELECT version()')).getRows()[0][0];
writeFileSync(join(folder, 'expected.json'), JSON.stringify({ readBy: `DuckDB ${version}; hyparquet-split by hyparquet`, files: described }, null, 1) + '\n');
