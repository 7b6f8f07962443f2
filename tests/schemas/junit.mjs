// Reads JUnit XML as a consumer does, by junit2json: node junit.mjs <file>. Prints what it found as JSON.
import { readFileSync } from 'node:fs';
import { parse } from 'junit2json';

console.log(JSON.stringify(await parse(readFileSync(process.argv[2], 'utf8'))));
