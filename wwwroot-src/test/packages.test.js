import { test } from 'node:test';
import assert from 'node:assert/strict';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { alone } from '../packages.mjs';

async function lockFile(t) {
  const folder = await mkdtemp(join(tmpdir(), 'lock-'));
  t.after(() => rm(folder, { recursive: true }));
  return join(folder, 'lock');
}

test('two builds at once take turns', async t => {
  const lock = await lockFile(t);
  const steps = [];
  const build = name => alone(lock, async () => {
    steps.push(`${name} begins`);
    await wait(20);
    steps.push(`${name} ends`);
  });

  await Promise.all([build('a'), build('b')]);

  const [first, second] = steps[0].startsWith('a') ? ['a', 'b'] : ['b', 'a'];
  assert.deepEqual(steps, [`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
});

test('a build that fails lets the next one in', async t => {
  const lock = await lockFile(t);
  await assert.rejects(alone(lock, async () => { throw new Error('no'); }), /no/);
  await assert.rejects(access(lock));
  assert.equal(await alone(lock, async () => 'built'), 'built');
});

test('the lock of a process that is gone is taken over', async t => {
  const lock = await lockFile(t);
  const gone = spawnSync(process.execPath, ['--version']).pid;
  await writeFile(lock, String(gone));
  assert.equal(await alone(lock, async () => 'built'), 'built');
});
