const most = 5;

/**
 * What the status line says about a number of chosen units. Nothing chosen says nothing: the form's own
 * text already asks for two to five.
 *
 * @param {number} chosen
 * @returns {string}
 */
export function describe(chosen) {
  if (chosen === 0) return '';
  if (chosen === 1) return '1 enhet vald. Välj minst en till.';
  if (chosen < most) return `${chosen} enheter valda.`;
  if (chosen === most) return `${most} enheter valda. Fler än så går inte att jämföra samtidigt.`;
  return `${chosen} enheter valda. Högst ${most} kan jämföras: ta bort ${chosen - most}.`;
}

/**
 * Says how many units are ticked in a form and holds back the sixth. A box that is held back keeps its place
 * in the tab order (`aria-disabled`, not `disabled`), so that whoever tries it hears why nothing happened.
 * Units that an earlier page of the list chose come along as hidden fields and count too.
 */
export class ComparePicker {
  #form;
  #status;

  /** @param {HTMLFormElement} form holds, or owns by `form=`, fields named `enhet`, and an element with role=status */
  constructor(form) {
    this.#form = form;
    this.#status = form.querySelector('[role=status]');
    if (!this.#status) throw new Error('the form has no element with role=status');

    for (const box of this.#boxes()) box.addEventListener('click', event => this.#hold(event));
    form.addEventListener('change', () => this.#update());
    // A reset empties the boxes after its event; going back in history ticks them after the page is made.
    form.addEventListener('reset', () => setTimeout(() => this.#update()));
    form.ownerDocument.defaultView.addEventListener('pageshow', () => this.#update());
    this.#update();
  }

  #fields() {
    return [...this.#form.elements].filter(field => field.name === 'enhet');
  }

  #boxes() {
    return this.#fields().filter(field => field.type === 'checkbox');
  }

  #chosen() {
    const values = this.#fields().filter(field => field.type === 'hidden' || field.checked).map(field => field.value);
    return new Set(values).size;
  }

  #hold(event) {
    if (event.target.getAttribute('aria-disabled') !== 'true') return;
    event.preventDefault();
    this.#status.textContent = `Högst ${most} enheter kan jämföras. Ta bort en för att välja en annan.`;
  }

  #update() {
    const chosen = this.#chosen();
    this.#status.textContent = describe(chosen);
    for (const box of this.#boxes()) {
      if (chosen >= most && !box.checked) box.setAttribute('aria-disabled', 'true');
      else box.removeAttribute('aria-disabled');
    }
  }
}
