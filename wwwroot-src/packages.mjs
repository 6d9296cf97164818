import { spawnSync } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const changed = async path => (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

/**
 * Restores the npm packages where the lock file is newer than what is installed. No package's install script
 * runs: the build needs none, and a script would be the easiest way in for a stolen package.
 *
 * @param {string} folder holds package-lock.json
 */
export async function restorePackages(folder) {
  const installed = await changed(join(folder, 'node_modules', '.package-lock.json'));
  if (installed > await changed(join(folder, 'package-lock.json'))) return;
  // The shell finds npm.cmd on Windows; the text has no part that comes from outside.
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund', { cwd: folder, shell: true, stdio: 'inherit' });
  if (npm.status !== 0) throw new Error(`npm ci failed in ${folder}: npm's own words are above`);
}

/**
 * Runs one action at a time over all processes: `dotnet run` and `dotnet test` may build side by side, and npm
 * empties node_modules before it fills it. A lock whose process is gone is taken over.
 *
 * @template T
 * @param {string} file the lock
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function alone(file, action) {
  const patience = Date.now() + 5 * 60_000;
  while (true) {
    try {
      const lock = await open(file, 'wx');
      await lock.writeFile(String(process.pid));
      await lock.close();
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (await isLeftBehind(file)) await rm(file, { force: true });
      else if (Date.now() > patience) throw new Error(`another build has held ${file} for five minutes; delete it if none runs`);
      else await wait(100);
    }
  }
  try {
    return await action();
  } finally {
    await rm(file, { force: true });
  }
}

async function isLeftBehind(file) {
  const owner = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
