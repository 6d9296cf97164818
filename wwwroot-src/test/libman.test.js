import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libraryFiles } from '../libman.mjs';

async function manifest(t, content) {
  const folder = await mkdtemp(join(tmpdir(), 'libman-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'libman.json');
  await writeFile(file, JSON.stringify(content));
  return { folder, file };
}

test('each listed file goes from the library to the destination, by the manifest\'s own folder', async t => {
  const { folder, file } = await manifest(t, {
    defaultProvider: 'filesystem',
    libraries: [
      { library: '../packages/one/dist', files: ['a.js', 'b/c.js'], destination: 'wwwroot/lib/one' },
      { library: 'two', provider: 'filesystem', files: ['d.js'], destination: 'wwwroot/lib/two' },
    ],
  });

  assert.deepEqual(await libraryFiles(file), [
    { from: join(folder, '../packages/one/dist/a.js'), to: join(folder, 'wwwroot/lib/one/a.js') },
    { from: join(folder, '../packages/one/dist/b/c.js'), to: join(folder, 'wwwroot/lib/one/b/c.js') },
    { from: join(folder, 'two/d.js'), to: join(folder, 'wwwroot/lib/two/d.js') },
  ]);
});

test('a library from elsewhere than the file system is refused', async t => {
  const { file } = await manifest(t, {
    libraries: [{ library: 'chart.js@4', provider: 'cdnjs', files: ['a.js'], destination: 'wwwroot/lib' }],
  });
  await assert.rejects(libraryFiles(file), /only filesystem/);
});

test('a library that lists no files is refused', async t => {
  const { file } = await manifest(t, {
    defaultProvider: 'filesystem',
    libraries: [{ library: 'one', destination: 'wwwroot/lib' }],
  });
  await assert.rejects(libraryFiles(file), /must list its files/);
});
