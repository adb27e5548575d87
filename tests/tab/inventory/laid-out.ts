/** jsdom lays nothing out and scrolls nowhere; the list asks how wide it is, how tall the page and how far it has gone. */
export function layOut(width: () => number = () => 1280): void {
  const fixed = (target: object, name: string, get: () => number) =>
    Object.defineProperty(target, name, { configurable: true, get });
  let scrolled = 0;
  fixed(HTMLElement.prototype, "clientWidth", width);
  fixed(document.documentElement, "scrollHeight", () => 6_000);
  fixed(window, "scrollY", () => scrolled);
  Element.prototype.getBoundingClientRect = () => new DOMRect(0, -scrolled, 0, 0);
  window.scrollTo = ((place: ScrollToOptions) => {
    scrolled = place.top ?? 0;
    setTimeout(() => window.dispatchEvent(new Event("scroll")));
  }) as typeof window.scrollTo;
  // Without a parent to be placed in nothing counts as visible, and a dialog would find nothing in it to focus.
  Object.defineProperty(HTMLElement.prototype, "offsetParent", {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement;
    },
  });
}
