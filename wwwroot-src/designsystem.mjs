// Keeps of a style sheet what the portal's markup can reach. Designsystemet serves every product with every
// colour, size and state; a page here carries only its own.

/**
 * What the markup uses of the design system. A selector that asks for another `ds-` class, or another value of one of
 * these attributes, matches nothing on any page.
 */
export const used = {
  classes: ['ds-alert', 'ds-button', 'ds-input', 'ds-skip-link', 'ds-tag'],
  attributes: {
    'data-color': ['warning'],
    'data-color-scheme': ['auto'],
    'data-size': [],
    'data-typography': ['primary'],
    'data-variant': ['secondary'],
    'data-icon': [],
    'data-fullwidth': [],
    'data-clickdelegatefor': [],
    'aria-busy': [],
    role: [],
    readonly: [],
    'aria-readonly': [],
    'aria-invalid': [],
    type: ['checkbox', 'search'],
  },
};

const elements = new Set(['fieldset', 'textarea', 'img', 'u-option', 'u-details', 'u-summary']);

// Nothing here is disabled, read only or half ticked, and the languages are read from left to right.
const states = new Set(['disabled', 'indeterminate', 'read-only', 'lang', 'open']);

/** A part of a selector that no page can match. */
function isForeign(part) {
  switch (part.type) {
    case 'class': return part.name.startsWith('ds-') && !used.classes.includes(part.name);
    case 'type': return elements.has(part.name);
    case 'pseudo-class': return states.has(part.kind);
    case 'attribute': {
      const values = used.attributes[part.name];
      if (!values) return false;
      return part.operation ? !values.includes(part.operation.value) : values.length === 0;
    }
    default: return false;
  }
}

/** The selectors that can match something, each without its impossible alternatives. */
function reachable(selectors) {
  return selectors.map(parts => {
    const kept = [];
    for (const part of parts) {
      if (isForeign(part)) return null;
      if (part.type === 'pseudo-class' && ['is', 'where', 'not', 'has'].includes(part.kind)) {
        const inner = reachable(part.selectors);
        if (part.kind === 'not') {
          if (inner.length > 0) kept.push({ ...part, selectors: inner });
        } else if (inner.length > 0) kept.push({ ...part, selectors: inner });
        else return null;
      } else kept.push(part);
    }
    return kept;
  }).filter(parts => parts !== null && parts.length > 0);
}

/**
 * A visitor for lightningcss that drops what is out of reach, keeps the dark theme off paper and leaves out the
 * theme's rounding of lengths to whole pixels, which is a third of it and cannot be seen.
 */
export const visitor = {
  Selector(selector) {
    return reachable([selector]);
  },
  Rule: {
    supports(rule) {
      return JSON.stringify(rule.value.condition).includes('round(') ? [] : undefined;
    },
    media(rule) {
      const text = JSON.stringify(rule.value.query);
      // The light theme is also the default of :root: said once is enough.
      if (text.includes('"prefers-color-scheme"') && text.includes('"light"')) return [];
    },
  },
};

/**
 * The custom properties that a style sheet defines and that nothing reads but others like them.
 *
 * @param {string} css
 * @returns {string[]} names with their dashes
 */
export function unusedProperties(css) {
  const reads = new Map();
  for (const [, name, value] of css.matchAll(/(?<=[{;\s])(--[\w-]+)\s*:([^;{}]*)/g)) {
    if (!reads.has(name)) reads.set(name, new Set());
    for (const [, other] of value.matchAll(/var\(\s*(--[\w-]+)/g)) reads.get(name).add(other);
  }
  const live = new Set();
  for (const [, name] of css.replaceAll(/(?<=[{;\s])--[\w-]+\s*:[^;{}]*/g, '').matchAll(/var\(\s*(--[\w-]+)/g)) live.add(name);
  for (const name of live) for (const other of reads.get(name) ?? []) live.add(other);
  return [...reads.keys()].filter(name => !live.has(name));
}
