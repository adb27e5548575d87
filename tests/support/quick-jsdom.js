const { dirname, join } = require("node:path");
require("./compiled-once");
const { endingStorages } = require("./ending-storages");

/** The jsdom that Jest's own environment uses. */
const home = dirname(
  require.resolve("jsdom/package.json", { paths: [require.resolve("jest-environment-jsdom")] }),
);
const selectors = require(join(home, "lib/jsdom/living/helpers/selectors.js"));
const { matchesDontThrow } = selectors;

/** A single class, with states and attributes at most: who lacks the class is not meant, whatever the rest says. */
const ofOneClass = /^\.([A-Za-z_][\w-]*)(?=$|[:[.])[^\s,>+~\\|]*$/;
const neededClasses = new Map();

function neededClass(selector) {
  let needed = neededClasses.get(selector);
  if (needed === undefined) {
    needed = ofOneClass.exec(selector)?.[1] ?? null;
    neededClasses.set(selector, needed);
  }
  return needed;
}

/**
 * Fluent writes a rule for every declaration, hundreds of them, and to tell whether an element is hidden jsdom tries each
 * on it and on all around it: a third of what the tab's tests took. Nearly all of them ask for one class.
 */
selectors.matchesDontThrow = (element, selector) => {
  const needed = neededClass(selector);
  if (needed !== null && !element.classList.contains(needed)) return false;
  return matchesDontThrow(element, selector);
};

// Read after that, because jsdom takes the function once, when it is loaded.
module.exports = endingStorages(require("jest-environment-jsdom").TestEnvironment);
