// What a page is held to at any width: nothing wider than the page, no text upon text, links that stay on the page, every control within
// reach of the keyboard. PlantedFaults.cs breaks pages on purpose: each check here has a fault that it must find.

export const checkLayout = async (tab, width, problems) => {
  const found = await tab.evaluate(() => {
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) {
      const wide = [...document.querySelectorAll('body *')].filter(element =>
        element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.scroll'));
      found.push(`the page is ${root.scrollWidth} wide: ${wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(' ; ')}`);
    }
    for (const svg of document.querySelectorAll('svg')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...svg.querySelectorAll('text')].map(text => ({ says: text.textContent, box: text.getBoundingClientRect() }));
      texts.forEach((one, i) => {
        if (one.box.left < frame.left - 2 || one.box.right > frame.right + 2) found.push(`'${one.says}' leaves its plot`);
        for (const other of texts.slice(i + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (across > 2 && down > 3) found.push(`'${one.says}' and '${other.says}' overlap in a plot`);
        }
      });
    }
    const blocks = [...document.querySelectorAll('h1, h2, h3, p, li, figcaption, svg, table, summary, button, dt, dd, nav a')]
      .filter(element => element.checkVisibility() && !element.closest('caption, .skip'))
      .map(element => ({ element, box: element.getBoundingClientRect() }))
      .filter(block => block.box.width > 0 && block.box.height > 0)
      .sort((one, other) => one.box.top - other.box.top);
    blocks.forEach((one, i) => {
      for (let j = i + 1; j < blocks.length && blocks[j].box.top < one.box.bottom - 3; j++) {
        const other = blocks[j];
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
        if (across > 3 && down > 3 && !one.element.contains(other.element) && !other.element.contains(one.element))
          found.push(`'${one.element.textContent.slice(0, 60)}' and '${other.element.textContent.slice(0, 60)}' overlap`);
      }
    });
    for (const link of document.querySelectorAll('a[href]')) {
      const target = link.getAttribute('href');
      if (!/^#./.test(target) || !document.getElementById(decodeURIComponent(target.slice(1))))
        found.push(`a link leads to '${target}', which is nothing on the page`);
    }
    return found.slice(0, 10);
  });
  problems.push(...found.map(problem => `at ${width} px: ${problem}`));
};

const reachable = 'a[href], button, input, summary, [tabindex="0"]';

// From the top, Tab comes by every control that can be seen, and each shows that it has the focus.
export const checkKeyboard = async (tab, problems) => {
  const wanted = await tab.evaluate(selector => {
    const seen = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
    seen.forEach((element, i) => { element.dataset.stop = i; });
    return seen.length;
  }, reachable);
  const stops = new Map();
  let last = -1;
  for (let i = 0; i < wanted + 5; i++) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const at = document.activeElement;
      return at && at.dataset.stop
        ? { id: at.dataset.stop, outlined: outlined(getComputedStyle(at)) && at.matches(':focus-visible'), says: at.textContent.slice(0, 60) }
        : null;
      function outlined(style) { return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== 'rgba(0, 0, 0, 0)'; }
    });
    if (!stop || stops.has(stop.id)) continue;
    stops.set(stop.id, stop.outlined);
    if (Number(stop.id) < last) problems.push(`Tab comes to '${stop.says}' after what stands below it`);
    last = Number(stop.id);
  }
  const missed = await tab.evaluate(ids => [...document.querySelectorAll('[data-stop]')].filter(element => !ids.includes(element.dataset.stop))
    .map(element => element.outerHTML.slice(0, 120)), [...stops.keys()]);
  problems.push(...missed.map(html => `Tab does not reach ${html}`));
  if ([...stops.values()].includes(false)) problems.push('a control does not show that it has the focus');
  await checkControls(tab, problems);
};

// The controls do what they say.
const checkControls = async (tab, problems) => {
  const before = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await tab.click('#theme');
  if (await tab.evaluate(() => getComputedStyle(document.body).backgroundColor) === before) problems.push('the theme does not change');
  await tab.click('#expand');
  if (await tab.locator('details:not([open])').count() > 0) problems.push('not every fold opened');
  const sort = tab.locator('table.data .sort').first();
  const rows = tab.locator('table.data').filter({ has: tab.locator('.sort') }).first().locator('tbody tr');
  await sort.click();
  const ascending = await rows.allTextContents();
  await sort.click();
  const descending = await rows.allTextContents();
  if (await tab.locator('[aria-sort]').count() !== 1 || ascending.join() === descending.join()) problems.push('a table was not sorted');
  const search = tab.locator('.search input').first();
  if (await search.count() > 0) {
    await search.fill('no row holds this');
    const all = await tab.evaluate(() => document.querySelector('.search + * table, .search ~ * table').tBodies[0].rows.length);
    const shown = await tab.locator('#tools').getAttribute('data-shown');
    if (await tab.locator('.search output').first().textContent() !== shown.replace('{0}', '0').replace('{1}', all))
      problems.push('a search that finds nothing does not say so');
    await search.fill('');
  }
  const index = tab.locator('.search:has(+ .scroll th a) input').first();
  if (await index.count() > 0) {
    const folds = tab.locator('section > details[id]:visible');
    const before = await folds.count();
    await index.fill('no row holds this');
    if (await folds.count() > 0) problems.push('a search leaves what its rows lead to');
    await index.fill('');
    if (await folds.count() !== before) problems.push('a search does not give back what its rows lead to');
  }
  const slider = tab.locator('.panel input').first();
  if (await slider.count() > 0) {
    const shown = await tab.locator('.panel dd').first().textContent();
    await slider.focus();
    await tab.keyboard.press('ArrowRight');
    if (await tab.locator('.panel dd').first().textContent() === shown) problems.push('the slider moves nothing');
  }
};

// On paper the folds are open and the controls are gone.
export const checkPaper = async (tab, problems) => {
  await tab.emulateMedia({ media: 'print' });
  await tab.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  if (await tab.locator('details:not([open])').count() > 0) problems.push('on paper a fold is closed');
  for (const control of ['nav', '#tools', '.panel'])
    if (await tab.locator(control).first().isVisible().catch(() => false)) problems.push(`on paper there is ${control}`);
  const paper = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  if (paper !== 'rgb(255, 255, 255)') problems.push(`paper is ${paper}`);
};
