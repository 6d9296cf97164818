// Reads the TRX files of a folder: tells skipped tests with their reasons, then counts. Exit code 1 when a test
// failed or none ran. Counted by test, since the counters at a file's end leave skipped tests out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const files = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.trx')) : [];

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = text => text
  .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
  .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);

const tests = files.flatMap(name => {
  const text = readFileSync(join(folder, name), 'utf8');
  return [...text.matchAll(/<UnitTestResult\b([^>]*?)(?:\/>|>(.*?)<\/UnitTestResult>)/gs)].map(([, attributes, body = '']) => ({
    name: plain(/\btestName="([^"]*)"/.exec(attributes)?.[1] ?? '?'),
    outcome: /\boutcome="([^"]*)"/.exec(attributes)?.[1] ?? 'Failed',
    message: plain(/<Message>(.*?)<\/Message>/s.exec(body)?.[1] ?? /<StdOut>(.*?)<\/StdOut>/s.exec(body)?.[1] ?? 'no reason given').trim(),
  }));
});

const passed = tests.filter(test => test.outcome === 'Passed');
const skipped = tests.filter(test => test.outcome === 'NotExecuted');
const failed = tests.filter(test => !passed.includes(test) && !skipped.includes(test));

for (const test of failed) console.log(`failed: ${test.name}: ${test.message.split('\n')[0]}`);
for (const test of skipped) console.log(`skipped: ${test.name}: ${test.message}`);
console.log(`${passed.length} passed, ${failed.length} failed, ${skipped.length} skipped`);
process.exitCode = failed.length > 0 || passed.length === 0 ? 1 : 0;
