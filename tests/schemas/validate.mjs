// Checks JSON documents against a published schema: node validate.mjs <schema> <document>…
// <schema> is a name below or the path of a schema file. Prints one line a document: "ok", or its errors as JSON.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const here = dirname(fileURLToPath(import.meta.url));
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
// The library's copies refer to each other by file name, beside the address of the schema that refers.
const cyclonedx = (name) => ({
  key: `http://cyclonedx.org/schema/${name}`,
  schema: read(join(here, 'node_modules/@cyclonedx/cyclonedx-library/res/schema', name)),
});

const sarif = join(here, 'node_modules/@microsoft/jest-sarif');

// Draft 4 is beyond ajv 8; the package that brings SARIF's schema brings an ajv that knows it.
function draft4() {
  const require = createRequire(join(sarif, 'package.json'));
  const Ajv6 = require('ajv');
  const ajv = new Ajv6({ schemaId: 'auto', allErrors: true });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  return ajv;
}

// A schema, then the schemas that it refers to.
const published = {
  'cyclonedx-1.6': () => [
    cyclonedx('bom-1.6.SNAPSHOT.schema.json'), cyclonedx('spdx.SNAPSHOT.schema.json'), cyclonedx('jsf-0.82.SNAPSHOT.schema.json'),
  ],
  'sarif-2.1.0': () => [{ key: 'sarif', schema: read(join(sarif, 'lib/schemas/sarif-2.1.0-rtm.5.json')) }],
};

const [name, ...documents] = process.argv.slice(2);
const [schema, ...others] = published[name] ? published[name]() : [{ key: name, schema: read(name) }];
const options = { allErrors: true, strict: false };
const draft = String(schema.schema.$schema);
const ajv = draft.includes('2020-12') ? new Ajv2020(options) : draft.includes('draft-04') ? draft4() : new Ajv(options);
if (!draft.includes('draft-04')) addFormats(ajv);
for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true); // ajv-formats has none of the international ones
for (const other of others) ajv.addSchema(other.schema, other.key);
const validate = ajv.compile(schema.schema);
for (const document of documents) {
  console.log(validate(read(document)) ? 'ok' : JSON.stringify(validate.errors.map((e) => `${e.instancePath || e.dataPath || '/'} ${e.message} ${JSON.stringify(e.params)}`)));
}
