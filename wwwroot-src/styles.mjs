// The style sheet from its sources: bundled, without what no page uses, minified.
import { unusedProperties, visitor } from './designsystem.mjs';

// The oldest browsers that get the style sheet as written: cascade layers, logical properties, :has().
const browsers = { chrome: 109 << 16, firefox: 121 << 16, safari: (15 << 16) | (4 << 8) };

/**
 * @param {string} entry the file that imports the rest
 * @returns {Promise<Uint8Array>} the same bytes for the same sources
 */
export async function styles(entry) {
  const { Features, bundleAsync, transform } = await import('lightningcss');
  const how = { targets: browsers, exclude: Features.LightDark };
  const { code: whole } = await bundleAsync({ ...how, filename: entry, visitor });
  // Paper is white whatever the screen is; the design system's dark theme does not say so itself.
  const onScreen = whole.toString().replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)');
  const { code } = transform({
    ...how, filename: 'site.css', code: Buffer.from(onScreen), minify: true, unusedSymbols: unusedProperties(onScreen),
  });
  return code;
}
