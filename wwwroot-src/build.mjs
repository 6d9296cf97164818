// Makes Portal.Web/wwwroot: everything in it comes from here, and the same sources give the same bytes.
import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, restorePackages } from './packages.mjs';
import { libraryFiles } from './libman.mjs';
import { styles } from './styles.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const web = resolve(here, '..', 'Portal.Web');
const wwwroot = join(web, 'wwwroot');

await alone(join(here, '.build.lock'), async () => {
  await restorePackages(here);
  const files = new Map([
    ...[...await styles(join(here, 'css'))].map(([sheet, css]) => [join(wwwroot, 'css', sheet), css]),
    [join(wwwroot, 'js', 'site.js'), await script('site')],
    [join(wwwroot, 'js', 'chart.js'), await script('chart')],
    [join(wwwroot, 'favicon.svg'), await readFile(join(here, 'images', 'favicon.svg'))],
  ]);
  for (const { from, to } of await libraryFiles(join(web, 'libman.json'))) files.set(to, await readFile(from));
  for (const [path, bytes] of files) await write(path, bytes);
  await removeAllBut(files);
});

async function script(name) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, 'js', `${name}.js`)],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'firefox121', 'safari15.4'],
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

// A running site may be reading: a file is replaced whole, and only where its bytes differ. Its time always
// moves, since that is what the next build compares with the sources.
async function write(path, bytes) {
  const old = await readFile(path).catch(() => null);
  if (old && Buffer.compare(old, bytes) === 0) return utimes(path, new Date(), new Date());
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}

async function removeAllBut(files) {
  for (const entry of await readdir(wwwroot, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !files.has(path)) {
      await rm(path);
      console.log(`removed ${relative(web, path)}, which no source gives`);
    }
  }
}
