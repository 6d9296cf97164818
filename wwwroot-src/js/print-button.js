/** Shows a button that opens the browser's print dialog; without a script the reader prints as always, and sees no button. */
export class PrintButton {
  /** @param {HTMLElement} element hidden until now, holds a button */
  constructor(element) {
    const button = element.querySelector('button');
    if (!button) throw new Error('there is no button to print with');
    button.addEventListener('click', () => element.ownerDocument.defaultView.print());
    element.hidden = false;
  }
}
