const vm = require("node:vm");

const { compileFunction } = vm;
const compiled = new Map();

/**
 * Jest has every module compiled anew for every test file: a third of what most files take. Here a module is compiled
 * once for a worker, and what V8 made of it is run in the sandbox of each file that wants it.
 */
vm.compileFunction = (source, parameters, options) => {
  const { filename, parsingContext } = options;
  const known = compiled.get(filename);
  if (known?.source === source) return known.script.runInContext(parsingContext);
  const start = `(function (${parameters}) {`;
  try {
    // What imports dynamically is left out, because it would make each compilation its own; Jest refuses that anyway.
    const script = new vm.Script(`${start}${source}\n})`, { filename, columnOffset: -start.length });
    compiled.set(filename, { source, script });
    return script.runInContext(parsingContext);
  } catch {
    // Its error says where in the module.
    return compileFunction(source, parameters, options);
  }
};
