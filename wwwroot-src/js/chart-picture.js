/**
 * Draws a chart in a figure's place for one when the reader comes to it, and fetches nothing before. The figure
 * names the two files, since their addresses hold the fingerprint of their content.
 */
export class ChartPicture {
  /** @param {HTMLElement} figure holds an SVG; `data-script` draws with `data-library` what `data-table` says */
  constructor(figure) {
    const { script } = figure.dataset;
    // A figure in a closed <details> has no box; opening it is coming to it.
    const seen = new IntersectionObserver(entries => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      seen.disconnect();
      import(script).then(module => module.draw(figure)).catch(error => console.warn('the chart stays a picture', error));
    });
    seen.observe(figure);
  }
}
