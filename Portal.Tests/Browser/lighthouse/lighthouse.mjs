// Asks Lighthouse, as a phone, what it thinks of a running site. One line a page: performance, accessibility, best
// practice, search engines, and when the largest part was painted.
//
//   npm ci && node lighthouse.mjs http://localhost:5080 [unit unit ...]
import { existsSync } from 'node:fs';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const [base, ...given] = process.argv.slice(2);
if (!base) throw new Error('usage: node lighthouse.mjs <base address> [unit ids to show and compare]');

const units = given.length > 0 ? given : await firstUnits();
const pages = ['/', '/enheter', `/enheter/${units[0]}`, `/jamfor?${units.slice(0, 5).map(unit => `enhet=${encodeURIComponent(unit)}`).join('&')}`];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const chrome = await launch({
  chromePath: [process.env.PORTAL_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(path => path && existsSync(path)),
  chromeFlags: [
    '--headless=new', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
let isAllFull = true;
try {
  console.log(`${categories.map(name => name.padEnd(15)).join('')}${'largest paint'.padEnd(15)}address`);
  for (const page of pages) {
    const { lhr } = await lighthouse(new URL(page, base).href, { port: chrome.port, onlyCategories: categories, logLevel: 'error' });
    const scores = categories.map(name => Math.round(lhr.categories[name].score * 100));
    isAllFull &&= scores.every(score => score === 100);
    console.log(`${scores.map(score => String(score).padEnd(15)).join('')}${`${(lhr.audits['largest-contentful-paint'].numericValue / 1000).toFixed(2)} s`.padEnd(15)}${page}`);
    for (const name of categories)
      for (const { id } of lhr.categories[name].auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9))
        console.log(`  ${name}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`.trimEnd());
  }
} finally {
  chrome.kill();
}
process.exitCode = isAllFull ? 0 : 1;

/** Those that the list begins with: any five will do. */
async function firstUnits() {
  const html = await (await fetch(new URL('/enheter', base))).text();
  const ids = [...new Set([...html.matchAll(/href="\/enheter\/([^"?#/.]+)"/g)].map(match => match[1]))];
  if (ids.length < 2) throw new Error(`${base}/enheter names no units`);
  return ids.slice(0, 5);
}
