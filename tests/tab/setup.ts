import { TextDecoder, TextEncoder } from "node:util";
import { configure } from "@testing-library/dom";
import { features } from "../../src/contracts/text/catalogue";
import { addWords, startLanguage } from "../../tab/language/i18n";

// What a browser has and jsdom lacks: react-router needs the encoders, Fluent the observer and the media queries.
Object.assign(globalThis, { TextEncoder, TextDecoder });

class StillObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= StillObserver;

window.matchMedia ??= (query: string) => {
  const target = new EventTarget();
  return Object.assign(target, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as MediaQueryList;
};
Blob.prototype.text ??= function text(this: Blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsText(this);
  });
};
Element.prototype.scrollIntoView ??= () => undefined;

// teams-js asks a Microsoft address for its list of hosts as soon as it is imported; nothing here reaches the network.
globalThis.fetch = () => Promise.reject(new TypeError("no network in tests"));

// jsdom lays nothing out. A body without a size is a hidden frame to Tabster, and what has no `offsetParent` is hidden: it
// would find nothing in a dialog to give the focus to, and a dialog that has not the focus inside is hidden from screen
// readers a quarter of a second later.
document.body.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 800);
Object.defineProperty(HTMLElement.prototype, "offsetParent", {
  get(this: HTMLElement) {
    return this.parentElement;
  },
});

// A busy machine may take its time; what never comes is missed all the same.
configure({ asyncUtilTimeout: 10_000 });

startLanguage();
addWords(features);
