// What must hold of a page whoever reads it, and however. Each check answers with its findings in words; none is good.
// Used by EveryReaderTests.cs and KeyboardReader.cs.
(() => {
  const name = element => {
    const text = (element.innerText || element.value || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ');
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text.slice(0, 50)}`;
  };
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(element => element.checkVisibility({ visibilityProperty: true }));
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  // Only read aloud, or not yet come to.
  const outOfSight = element => element.closest('.app-visually-hidden, .ds-skip-link') !== null || getComputedStyle(element).clipPath !== 'none';

  /** One h1, no heading level jumped over, one of each landmark, each region with a name of its own, a language. */
  function structure() {
    const found = [];
    const headings = all('h1, h2, h3, h4, h5, h6');
    if (headings.filter(heading => heading.localName === 'h1').length !== 1) found.push('there is not one h1');
    let before = 0;
    for (const heading of headings) {
      const level = Number(heading.localName[1]);
      if (level > before + 1) found.push(`h${before} is followed by ${name(heading)}`);
      if (heading.innerText.trim() === '') found.push('a heading is empty');
      before = level;
    }
    for (const landmark of ['body > header', 'main', 'body > footer', 'header nav']) {
      if (all(landmark).length !== 1) found.push(`${landmark} is not there once`);
    }
    const outside = [...document.body.children].filter(child => !child.matches('header, main, footer, .ds-skip-link, script, :has(> nav)'));
    found.push(...outside.map(child => `outside every landmark: ${name(child)}`));
    if (document.documentElement.lang !== 'sv') found.push('the page has no language');
    for (const table of all('table')) {
      if (!table.caption?.innerText.trim()) found.push(`a table has no caption: ${name(table)}`);
      found.push(...all('th:not([scope])', table).map(th => `a header without scope: ${name(th)}`));
    }
    return found;
  }

  // A link among other words of the same block (2.5.8 leaves its height to the line), or alone with room around it.
  const isInText = element => {
    if (element.localName !== 'a' || getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block.innerText.trim().length > element.innerText.trim().length;
  };

  /** What is pressed is 24 pixels high and wide, or a link that stands alone with as much to itself (2.5.8). */
  function targets() {
    const boxes = all(controls).filter(element => !outOfSight(element) && !isInText(element))
      .map(element => ({ element, box: element.getBoundingClientRect() }));
    const small = boxes.filter(({ box }) => box.width < 23.9 || box.height < 23.9);
    return small.filter(({ element, box }) => {
      if (element.localName !== 'a') return true;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return boxes.some(other => other.element !== element && !element.contains(other.element)
        && Math.hypot(Math.max(other.box.left - x, 0, x - other.box.right), Math.max(other.box.top - y, 0, y - other.box.bottom)) < 12);
    }).map(({ element, box }) => `${Math.round(box.width)} × ${Math.round(box.height)} pixels: ${name(element)}`);
  }

  /** What is wrong with how the focus shows on an element that has it, or null. */
  function sight(element) {
    const style = getComputedStyle(element);
    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || /^transparent$|, 0\)$|\/ 0\)$/.test(style.outlineColor))
      return `has focus and no frame: ${name(element)}`;
    const points = [...element.getClientRects()].filter(box => box.width > 0 && box.height > 0)
      .flatMap(({ x, y, width, height }) => [[0.5, 0.5], [0.02, 0.5], [0.98, 0.5], [0.5, 0.1], [0.5, 0.9]].map(([a, b]) => [x + a * width, y + b * height]))
      .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    if (points.length === 0) return `has focus and is not in the window: ${name(element)}`;
    // Of what is higher than half the window a part may lie behind the bar.
    const isHigh = element.getBoundingClientRect().height > innerHeight / 2;
    for (const [x, y] of isHigh ? points.slice(0, 1) : points) {
      const top = document.elementFromPoint(x, y);
      if (top && !element.contains(top) && !top.contains(element)) return `has focus behind ${name(top)}: ${name(element)}`;
    }
    return null;
  }

  /** Where each focus stop is framed and in sight (2.4.7, 2.4.11). The page must have been given a key press. */
  function focus() {
    const found = [];
    for (const element of all(controls)) {
      element.focus();
      if (document.activeElement !== element) found.push(`takes no focus: ${name(element)}`);
      else found.push(sight(element));
    }
    return found.filter(finding => finding !== null);
  }

  /** Nothing moves by itself or slides into place; for a reader who has asked for stillness. */
  function motion() {
    const moves = time => time.split(',').some(part => parseFloat(part) > 0);
    return all('body *').filter(element => [null, '::before', '::after'].some(part => {
      const style = getComputedStyle(element, part);
      return moves(style.transitionDuration) || (style.animationName !== 'none' && moves(style.animationDuration)) || style.scrollBehavior === 'smooth';
    })).map(element => `moves: ${name(element)}`);
  }

  /** With forced colours, where backgrounds are gone, a control still has edges. */
  function edges() {
    return all('button:not(.app-pager__link), .ds-button, input:not([type=hidden]), select, textarea').filter(element => {
      const style = getComputedStyle(element);
      return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === getComputedStyle(document.documentElement).backgroundColor;
    }).map(element => `has no edge: ${name(element)}`);
  }

  /** Nothing makes the reader scroll sideways or is cut off. */
  function room() {
    const found = [];
    const [wanted, given] = [document.documentElement.scrollWidth, document.documentElement.clientWidth];
    if (wanted > given) {
      found.push(`the page is ${wanted} pixels wide in a window of ${given}`);
      found.push(...all('body *').filter(element => !outOfSight(element) && element.getBoundingClientRect().right > given + 1).slice(-3).map(name));
    }
    const pen = document.createElement('canvas').getContext('2d');
    for (const element of all('body *')) {
      if (outOfSight(element) || element.closest('svg')) continue;
      const style = getComputedStyle(element);
      const [wide, high] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
      const cuts = /hidden|clip/;
      if (element.localName === 'select') {
        pen.font = style.font;
        pen.letterSpacing = style.letterSpacing;
        const text = pen.measureText(element.selectedOptions[0]?.text ?? '').width;
        // On a phone with text twice as large the choice is read whole when the list of them opens.
        const isNarrow = innerWidth < 15 * parseFloat(getComputedStyle(document.documentElement).fontSize);
        if ((text > element.clientWidth - parseFloat(style.paddingInlineStart) && !isNarrow) || element.clientHeight < parseFloat(style.fontSize) * 1.2)
          found.push(`the choice is cut off: ${element.selectedOptions[0]?.text}`);
      } else if (element.localName === 'input') {
        if (element.type !== 'checkbox' && element.type !== 'radio' && element.clientHeight < parseFloat(style.fontSize) * 1.2) found.push(`the field is too low: ${name(element)}`);
      } else if ((cuts.test(style.overflowX) && wide > 1) || (cuts.test(style.overflowY) && high > 1)) {
        found.push(`is cut off by ${wide} × ${high} pixels: ${name(element)}`);
      } else if (element.matches('button, .ds-button, .ds-tag, .app-check, summary, .app-pager__link') && style.display !== 'inline' && (wide > 1 || high > 1)) {
        found.push(`does not hold its text, by ${wide} × ${high} pixels: ${name(element)}`);
      }
    }
    return found;
  }

  const spacing = new CSSStyleSheet();
  spacing.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }`);

  /** The room between lines, letters, words and paragraphs that a reader may ask for (1.4.12), and back. */
  function space() {
    document.adoptedStyleSheets = [spacing];
  }

  function close() {
    document.adoptedStyleSheets = [];
  }

  function unfold() {
    for (const details of document.querySelectorAll('details')) details.open = true;
  }

  return { structure, targets, sight, focus, motion, edges, room, space, close, unfold };
})()
