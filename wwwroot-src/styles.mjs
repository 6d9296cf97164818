// The style sheets from their sources: bundled, without what no page uses, minified.
import { join } from 'node:path';
import { unusedProperties, visitor } from './designsystem.mjs';

// The oldest browsers that get the style sheets as written: cascade layers, logical properties, :has().
const browsers = { chrome: 109 << 16, firefox: 121 << 16, safari: (15 << 16) | (4 << 8) };

/** What every page loads, what pages with charts load besides, and what only a printer needs. */
export const sheets = ['site.css', 'charts.css', 'print.css'];

/**
 * @param {string} folder holds the sheets, each of which imports its parts
 * @returns {Promise<Map<string, Uint8Array>>} by the sheet's name; the same bytes for the same sources
 */
export async function styles(folder) {
  const { Features, bundleAsync, transform } = await import('lightningcss');
  const how = { targets: browsers, exclude: Features.LightDark };
  const whole = new Map();
  for (const sheet of sheets) {
    const { code } = await bundleAsync({ ...how, filename: join(folder, sheet), visitor });
    // Paper is white whatever the screen is; the design system's dark theme does not say so itself.
    whole.set(sheet, code.toString().replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)'));
  }
  // One sheet may read what another sets.
  const unusedSymbols = unusedProperties([...whole.values()].join('\n'));
  return new Map([...whole].map(([sheet, css]) =>
    [sheet, transform({ ...how, filename: sheet, code: Buffer.from(css), minify: true, unusedSymbols }).code]));
}
