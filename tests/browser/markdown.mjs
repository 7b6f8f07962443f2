// Renders Markdown as GitHub's flavour has it: node markdown.mjs < {"name": "markdown"} > {"name": "html"}
import { readFileSync } from 'node:fs';
import { marked } from 'marked';

const texts = Object.entries(JSON.parse(readFileSync(0, 'utf8')));
process.stdout.write(JSON.stringify(Object.fromEntries(texts.map(([name, text]) => [name, marked.parse(text, { gfm: true })]))));
