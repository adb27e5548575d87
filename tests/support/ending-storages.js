const { AsyncLocalStorage } = require("node:async_hooks");

const { run } = AsyncLocalStorage.prototype;

/**
 * Jest's runner runs each test in an `AsyncLocalStorage` that it makes for each test file and leaves switched on. Before
 * Node 24 every promise of the worker is shown to all of them from then on: after a hundred files that was a tenth of
 * the time. These environments switch off what their file switched on.
 */
exports.endingStorages = (Environment) =>
  class extends Environment {
    #begun = new Set();

    async setup() {
      await super.setup();
      const begun = this.#begun;
      AsyncLocalStorage.prototype.run = function (...args) {
        begun.add(this);
        return run.apply(this, args);
      };
    }

    async teardown() {
      AsyncLocalStorage.prototype.run = run;
      for (const storage of this.#begun) storage.disable();
      await super.teardown();
    }
  };
