/** Jest's own: asked for by itself it would have to be kept at Jest's version. */
const Sequencer = require(
  require.resolve("@jest/test-sequencer", { paths: [require.resolve("jest")] }),
).default;

/** What files take on two busy cores, in seconds, for a machine that has not yet measured it itself. */
const usual = [
  [/e2e.other-pages/, 90],
  [/tests.soak\.test/, 75],
  [/e2e.register-pages/, 55],
  [/e2e.dialogs/, 35],
  [/tests.process/, 30],
  [/tests.e2e/, 25],
];

/**
 * Starts the longest files first, so that at the end no worker is left with one that takes minutes while the others
 * have nothing to do. By itself Jest goes by size until it has a record, and the longest of ours are small.
 */
class LongFirst extends Sequencer {
  /** Milliseconds: as recorded here, else the usual ones. What nobody knows comes after those and before the short. */
  time(test) {
    const seconds = usual.find(([file]) => file.test(test.path))?.[1] ?? 5;
    return super.time(test) ?? seconds * 1_000;
  }
}

module.exports = LongFirst;
