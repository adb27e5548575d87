require("./compiled-once");
const { endingStorages } = require("./ending-storages");

/** Jest's own: asked for by itself it would have to be kept at Jest's version. */
const { TestEnvironment } = require(
  require.resolve("jest-environment-node", { paths: [require.resolve("jest")] }),
);

module.exports = endingStorages(TestEnvironment);
