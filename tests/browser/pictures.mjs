// Compares a page with its approved picture. Fonts are drawn a little differently from machine to machine, so the page is set in one
// family (DejaVu, which Debian's fonts-dejavu-core brings) and both pictures are averaged over squares of 8 by 8 pixels: layout, blocks
// and colours remain, strokes of letters do not. A square differs when pixelmatch sees it with a threshold of 0.15; up to 2 % may, and
// the height may differ by 2 %.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const square = 8;
const mostDifferent = 0.02;
const mostTaller = 0.02;

export const checkPictures = async (tab, job, name, problems) => {
  await tab.addStyleTag({ content: 'html body, svg { font-family: "DejaVu Sans" !important; }' });
  const seen = average(PNG.sync.read(await tab.screenshot({ fullPage: true })));
  const approved = join(job.approved, `${name}.png`);
  if (job.approve) {
    mkdirSync(job.approved, { recursive: true });
    writeFileSync(approved, PNG.sync.write(seen));
    return;
  }
  if (!existsSync(approved)) {
    problems.push(`there is no approved picture ${name}.png`);
    return;
  }
  const other = PNG.sync.read(readFileSync(approved));
  if (Math.abs(seen.height - other.height) > Math.max(1, other.height * mostTaller) || seen.width !== other.width) {
    problems.push(`${name} is ${seen.width} by ${seen.height} squares, approved are ${other.width} by ${other.height}`);
    return;
  }
  const height = Math.min(seen.height, other.height);
  const different = pixelmatch(cut(seen, height), cut(other, height), null, seen.width, height, { threshold: 0.15, includeAA: true });
  if (different > mostDifferent * seen.width * height)
    problems.push(`${name} differs from its approved picture in ${different} of ${seen.width * height} squares`);
};

const cut = (picture, height) => picture.data.subarray(0, picture.width * height * 4);

const average = picture => {
  const small = new PNG({ width: Math.floor(picture.width / square), height: Math.floor(picture.height / square) });
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let i = 0; i < square * square; i++)
          sum += picture.data[4 * (((y * square) + Math.floor(i / square)) * picture.width + (x * square) + (i % square)) + channel];
        small.data[4 * (y * small.width + x) + channel] = Math.round(sum / (square * square));
      }
  return small;
};
