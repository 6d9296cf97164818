/**
 * Starts one behaviour for each element marked `data-module`. The page is complete without any of them,
 * so a behaviour that throws is reported to the console and neither the others nor the page notice.
 *
 * @param {ParentNode} root where to look
 * @param {Record<string, new (element: Element) => unknown>} modules behaviours by their `data-module` name
 */
export function start(root, modules) {
  for (const element of root.querySelectorAll('[data-module]')) {
    const Module = modules[element.dataset.module];
    if (!Module) continue;
    try {
      new Module(element);
    } catch (error) {
      console.error(`${element.dataset.module} did not start`, error);
    }
  }
}
