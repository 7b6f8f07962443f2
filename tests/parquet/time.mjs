// Answers queries with their times, for a comparison in turn: a query a line in, milliseconds of wall and processor time out.
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run('SET threads = 1');
for await (const query of createInterface({ input: process.stdin })) {
  const [wall, processor] = [performance.now(), process.cpuUsage()];
  const answer = (await connection.runAndReadAll(query)).getRows()[0][0];
  const { user, system } = process.cpuUsage(processor);
  console.log(`${performance.now() - wall};${(user + system) / 1000};${answer}`);
}
