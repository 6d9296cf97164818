import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Reads a LibMan manifest and gives the files that `libman restore` would copy. Only the filesystem provider
 * is known: everything comes from npm, whose lock file pins and verifies the bytes.
 *
 * @param {string} manifest path of libman.json; its paths are relative to its folder
 * @returns {Promise<{from: string, to: string}[]>} absolute paths
 */
export async function libraryFiles(manifest) {
  const folder = dirname(manifest);
  const { defaultProvider, libraries } = JSON.parse(await readFile(manifest, 'utf8'));
  return libraries.flatMap(({ provider = defaultProvider, library, files, destination }) => {
    if (provider !== 'filesystem') throw new Error(`${manifest}: ${library} has provider ${provider}; only filesystem is used here`);
    if (!files?.length) throw new Error(`${manifest}: ${library} must list its files`);
    return files.map(file => ({ from: resolve(folder, library, file), to: join(folder, destination, file) }));
  });
}
