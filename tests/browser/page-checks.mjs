// What a page is held to at any width: nothing wider than the page, no text upon text, every control within reach of the keyboard.

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
    return found;
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
  for (let i = 0; i < wanted + 5; i++) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(() => {
      const at = document.activeElement;
      return at && at.dataset.stop
        ? { id: at.dataset.stop, outlined: getComputedStyle(at).outlineStyle !== 'none' && at.matches(':focus-visible') }
        : null;
    });
    if (stop) stops.set(stop.id, stop.outlined);
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
  await sort.click();
  if (await tab.locator('[aria-sort]').count() !== 1) problems.push('a table was not sorted');
  const search = tab.locator('.search input').first();
  if (await search.count() > 0) {
    await search.fill('no row holds this');
    if (!/^0|0/.test(await tab.locator('.search output').first().textContent())) problems.push('a search that finds nothing does not say so');
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
