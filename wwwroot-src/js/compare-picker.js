const most = 5;

/**
 * What the status line says of the chosen units: the same as the server wrote (PickWords).
 *
 * @param {number} chosen
 * @param {string[]} [names] of those chosen, where they are known
 * @param {boolean} [marks] the units are marked in a picture, where one is enough, and not compared
 * @returns {string}
 */
export function describe(chosen, names = [], marks = false) {
  if (chosen === 0) return marks ? '' : 'Kryssa för två till fem enheter.';
  const last = names.length > 1 ? ` och ${names.at(-1)}` : '';
  const which = names.length > 0 ? `: ${names.slice(0, last ? -1 : 1).join(', ')}${last}` : '';
  const says = `${chosen} ${chosen === 1 ? 'enhet vald' : 'enheter valda'}${which}.`;
  if (chosen === 1 && !marks) return `${says} Välj minst en till.`;
  if (chosen < most) return says;
  return chosen === most
    ? `${says} Fler går inte att ${marks ? 'märka ut' : 'jämföra'}.`
    : `${says} Högst ${most} kan ${marks ? 'märkas ut' : 'jämföras'}: ta bort ${chosen - most}.`;
}

/**
 * Says which units are ticked in a form and holds back the sixth. A box that is held back keeps its place in the tab
 * order (`aria-disabled`, not `disabled`), so that whoever tries it hears why nothing happened. The boxes and the
 * status line may be exchanged for others: they are looked up each time. A form with `data-marks` marks units in a
 * picture instead of comparing them.
 */
export class ComparePicker {
  #form;

  /** @param {HTMLFormElement} form holds boxes named `enhet`, with `data-name`, and a `.app-compare-bar__status` */
  constructor(form) {
    this.#form = form;
    if (!this.#status) throw new Error('the form has no status line');

    form.addEventListener('click', event => this.#hold(event));
    form.addEventListener('change', () => this.#update());
    // A reset empties the boxes after its event; going back in history ticks them after the page is made.
    form.addEventListener('reset', () => setTimeout(() => this.#update()));
    form.ownerDocument.defaultView.addEventListener('pageshow', () => this.#update());
    this.#update();
  }

  get #marks() {
    return 'marks' in this.#form.dataset;
  }

  get #status() {
    return this.#form.querySelector('.app-compare-bar__status');
  }

  #fields() {
    return [...this.#form.elements].filter(field => field.name === 'enhet');
  }

  #hold(event) {
    if (event.target.getAttribute('aria-disabled') !== 'true') return;
    event.preventDefault();
    this.#status.textContent = `Högst ${most} enheter kan ${this.#marks ? 'märkas ut' : 'jämföras'}. Ta bort en för att välja en annan.`;
  }

  #update() {
    const fields = this.#fields();
    const chosen = new Map(fields.filter(field => field.type === 'hidden' || field.checked).map(field => [field.value, field.dataset.name]));
    const says = describe(chosen.size, [...chosen.values()].filter(Boolean), this.#marks);
    // A status line that is written to is read aloud, also when nothing is new in it.
    if (this.#status.textContent !== says) this.#status.textContent = says;
    for (const box of fields) {
      if (chosen.size >= most && !box.checked) box.setAttribute('aria-disabled', 'true');
      else box.removeAttribute('aria-disabled');
    }
  }
}
