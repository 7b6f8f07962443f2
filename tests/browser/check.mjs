// Opens reports in Chromium and writes down what is wrong with them: node check.mjs job.json
// The job has the browser's path, the folder of approved pictures and the pages: { name, path, axe, layout, keyboard, pictures }.
// Writes result.json beside the job: page name -> problems, each a sentence.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import axe from 'axe-core';
import { checkLayout, checkKeyboard, checkPaper } from './page-checks.mjs';
import { checkPictures } from './pictures.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const browser = await chromium.launch({
  executablePath: job.browser,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

const open = async (page, problems, options, act) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const tab = await context.newPage();
  tab.on('dialog', dialog => { problems.push(`a script of a name ran: ${dialog.message()}`); dialog.dismiss(); });
  tab.on('pageerror', error => problems.push(`the script failed: ${error.message}`));
  tab.on('console', message => { if (message.type() === 'error') problems.push(`the console says: ${message.text()}`); });
  tab.on('request', request => { if (!request.url().startsWith('file:')) problems.push(`it asked for ${request.url()}`); });
  await tab.goto(pathToFileURL(page.path).href);
  tab.setDefaultTimeout(5000);
  // A control that does not do its part may leave the next one out of sight: that is a problem of the page, not of the checks.
  await act(tab).catch(error => problems.push(`a check could not go on: ${error.message.split('\n')[0]}`));
  await context.close();
};

// Each figure is one image with a name, as the browser tells a screen reader, and with a sentence: its description, or its caption.
const unnamed = async tab => {
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = new Map(nodes.filter(node => !node.ignored && node.role?.value === 'image' && node.name?.value)
    .map(node => [node.backendDOMNodeId, node.description?.value ?? '']));
  const silent = [];
  for (const figure of await tab.locator('svg').all()) {
    if (!await figure.isVisible()) continue;
    const handle = await figure.elementHandle();
    const [html, caption] = await handle.evaluate(svg => [svg.outerHTML.slice(0, 120), svg.closest('figure')?.querySelector('figcaption')?.textContent ?? '']);
    await handle.evaluate(svg => { window.figureInQuestion = svg; });
    const { result } = await session.send('Runtime.evaluate', { expression: 'window.figureInQuestion' });
    const { node } = await session.send('DOM.describeNode', { objectId: result.objectId });
    if (!named.has(node.backendNodeId) || !(named.get(node.backendNodeId) || caption.trim())) silent.push(html);
  }
  return silent;
};

const checkAxe = async (tab, colorScheme, problems) => {
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate(values => window.axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  for (const figure of await unnamed(tab)) problems.push(`a screen reader learns nothing of the figure ${figure}`);
  for (const rule of violations)
    problems.push(`axe, ${colorScheme}: ${rule.id} (${rule.help}): ${rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' ; ')}`);
};

// Without JavaScript every row and every fold is there, and no control that would do nothing.
const checkWithoutScript = async (tab, problems) => {
  if (await tab.locator('#tools').isVisible()) problems.push('without JavaScript there are buttons that do nothing');
  if (await tab.locator('tr[hidden], section[hidden]').count() > 0) problems.push('without JavaScript something is hidden');
  const fold = tab.locator('section details').first();
  if (await fold.count() === 0) return;
  await fold.locator('summary').first().click();
  if (!await fold.locator('table').first().isVisible()) problems.push('without JavaScript a fold does not open');
};

const result = {};
for (const page of job.pages) {
  const problems = result[page.name] = [];
  for (const width of page.layout ? [400, 800, 1280] : [])
    await open(page, problems, { viewport: { width, height: 900 } }, tab => checkLayout(tab, width, problems));
  if (page.axe)
    for (const colorScheme of ['light', 'dark'])
      await open(page, problems, { colorScheme }, tab => checkAxe(tab, colorScheme, problems));
  if (page.keyboard) {
    await open(page, problems, { javaScriptEnabled: false }, tab => checkWithoutScript(tab, problems));
    await open(page, problems, {}, tab => checkKeyboard(tab, problems));
    await open(page, problems, { viewport: { width: 794, height: 1123 } }, tab => checkPaper(tab, problems));
  }
  if (page.pictures)
    for (const width of [400, 800, 1280])
      await open(page, problems, { viewport: { width, height: 900 }, bypassCSP: true }, tab =>
        checkPictures(tab, job, `${page.name}-${width}`, problems));
}

await browser.close();
writeFileSync(join(dirname(process.argv[2]), 'result.json'), JSON.stringify(result, null, 2));
