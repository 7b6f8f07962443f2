// Checks JSON documents against a published schema: node validate.mjs <schema> <document>…
// <schema> is a name below or the path of a schema file. Prints one line a document: "ok", or its errors as JSON.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
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

// A schema, then the schemas that it refers to.
const published = {
  'cyclonedx-1.6': () => [
    cyclonedx('bom-1.6.SNAPSHOT.schema.json'), cyclonedx('spdx.SNAPSHOT.schema.json'), cyclonedx('jsf-0.82.SNAPSHOT.schema.json'),
  ],
};

const [name, ...documents] = process.argv.slice(2);
const [schema, ...others] = published[name] ? published[name]() : [{ key: name, schema: read(name) }];
const options = { allErrors: true, strict: false };
const ajv = String(schema.schema.$schema).includes('2020-12') ? new Ajv2020(options) : new Ajv(options);
addFormats(ajv);
for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true); // ajv-formats has none of the international ones
for (const other of others) ajv.addSchema(other.schema, other.key);
const validate = ajv.compile(schema.schema);
for (const document of documents) {
  console.log(validate(read(document)) ? 'ok' : JSON.stringify(validate.errors.map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`)));
}
