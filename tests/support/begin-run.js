/** Before the first test file. */
module.exports = async () => {
  const { beginTestRun } = require("./test-run");
  globalThis.endTestRun = await beginTestRun();
};
