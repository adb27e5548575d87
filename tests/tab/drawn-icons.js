/**
 * `@fluentui/react-icons` with each icon read from its own file when it is first asked for. The whole of it takes three
 * seconds to read, and Jest reads it anew for every test file.
 */
const read = { ...require("@fluentui/react-icons/utils"), ...require("@fluentui/react-icons/providers") };

/** `ArrowSortDown20Regular` lies in `arrow-sort-down`; names that hold figures are written by no rule. */
function fileOf(name) {
  return name
    .replace(/\d*(Regular|Filled|Light|Color)$/, "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase();
}

function icon(name) {
  try {
    const found = require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name];
    if (found) return found;
  } catch {
    // Not where the rule says.
  }
  return require("@fluentui/react-icons/lib-cjs/index.cjs")[name];
}

module.exports = new Proxy(read, {
  get(known, name) {
    if (!(name in known) && typeof name === "string" && /(Regular|Filled|Light|Color)$/.test(name)) {
      known[name] = icon(name);
    }
    return known[name];
  },
});
