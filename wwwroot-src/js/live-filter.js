/**
 * Writes fields as the query of an address: empty ones left out, each value once, in their order.
 *
 * @param {Iterable<[string, string]>} fields
 * @param {string} [only] the one name to write
 * @returns {string} with its question mark, or empty
 */
export function query(fields, only) {
  const params = new URLSearchParams();
  for (const [name, value] of fields) {
    if (name && value && (!only || name === only) && !params.getAll(name).includes(value)) params.append(name, value);
  }
  const text = params.toString();
  return text && `?${text}`;
}

/**
 * Makes one tree say what another says, all but one element: whatever stands in it, and has focus, is left alone.
 *
 * @param {Element} old holds the element
 * @param {Element} fresh holds its counterpart; is emptied
 * @param {Element} kept
 * @param {Element} counterpart
 */
export function refresh(old, fresh, kept, counterpart) {
  if (old === kept) return;
  const at = [...old.children].find(child => child.contains(kept));
  const freshAt = [...fresh.children].find(child => child.contains(counterpart));
  while (old.firstChild !== at) old.firstChild.remove();
  while (at.nextSibling) at.nextSibling.remove();
  while (fresh.firstChild !== freshAt) at.before(fresh.firstChild);
  while (freshAt.nextSibling) old.append(freshAt.nextSibling);
  refresh(at, freshAt, kept, counterpart);
}

/**
 * Shows the list as its filter is changed. The same address is asked for as by the form's own button, and becomes the
 * page's; whatever goes wrong, the form is sent in the ordinary way. Boxes that are ticked are written into the
 * address, so that a page that is left and come back to, or sent to a friend, has them.
 */
export class LiveFilter {
  #filter;
  #form;
  #status;
  #wait;
  #asked;

  /** @param {HTMLElement} filter holds the fields and an element with role=status, and stands in a form */
  constructor(filter) {
    this.#filter = filter;
    this.#form = filter.closest('form');
    this.#status = filter.querySelector('[role=status]');
    filter.addEventListener('input', () => {
      clearTimeout(this.#wait);
      this.#wait = setTimeout(() => this.#show(), 250);
    });
    this.#form.addEventListener('change', event => {
      if (!filter.contains(event.target)) this.#keep();
    });
    this.#form.addEventListener('submit', event => this.#send(event));
  }

  async #show() {
    this.#asked?.abort();
    const { signal } = this.#asked = new AbortController();
    try {
      const address = this.#form.action + query(new FormData(this.#form));
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const counterpart = page.querySelector('[data-module=app-live-filter]');
      const count = page.querySelector('[data-count]').textContent;
      for (const [i, link] of document.querySelectorAll('link[rel=alternate]').entries())
        link.href = page.querySelectorAll('link[rel=alternate]')[i].href;
      document.title = page.title;
      refresh(document.body, page.body, this.#filter, counterpart);
      history.replaceState(null, '', address);
      this.#status.textContent = count;
    } catch {
      if (!signal.aborted) this.#form.submit();
    }
  }

  #keep() {
    const page = new URLSearchParams(location.search).get('sida') ?? '';
    history.replaceState(null, '', this.#form.action + query([...new FormData(this.#form), ['sida', page]]));
  }

  // What the form itself would send, without its empty fields; to the comparison only the units.
  #send(event) {
    event.preventDefault();
    const button = event.submitter;
    const fields = [...new FormData(this.#form), [button?.name, button?.value]];
    location.assign(button?.hasAttribute('formaction')
      ? button.formAction + query(fields, 'enhet')
      : this.#form.action + query(fields));
  }
}
