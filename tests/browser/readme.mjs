// Makes the pictures of README.md: node readme.mjs <folder of a build's reports> <folder of the pictures>
// report.png and report-dark.png are the first screen of report.html; report-md.png is report.md, rendered by marked and set with
// GitHub's style sheet. MLOPS_CHROMIUM names another browser than Debian's.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { marked } from 'marked';

const [reports, pictures] = process.argv.slice(2).map(folder => resolve(folder));
const browser = await chromium.launch({
  executablePath: process.env.MLOPS_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

const shoot = async (file, size, colorScheme, show) => {
  const page = await (await browser.newContext({ viewport: size, colorScheme })).newPage();
  await show(page);
  await page.screenshot({ path: join(pictures, file) });
};

const html = page => page.goto(pathToFileURL(join(reports, 'report.html')).href);
await shoot('report.png', { width: 1100, height: 1000 }, 'light', html);
await shoot('report-dark.png', { width: 1100, height: 1000 }, 'dark', html);

const style = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
const body = marked.parse(readFileSync(join(reports, 'report.md'), 'utf8'), { gfm: true });
await shoot('report-md.png', { width: 1000, height: 1100 }, 'light', page => page.setContent(
  `<!DOCTYPE html><meta charset="utf-8"><style>${style} body { margin: 0 } main { padding: 32px 40px }
  li:has(> input) { list-style: none; margin-left: -1.6em }</style><main class="markdown-body">${body}</main>`));
await browser.close();
