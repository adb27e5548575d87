import { parseArgs } from "node:util";
import { PackageProblems, packageApp } from "./app-package/package-app-file";

/** `npm run package -- --env dev` */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { env: { type: "string", default: "dev" } } });
  try {
    const { path, facts } = await packageApp({
      root: process.cwd(),
      envName: values.env,
      environment: process.env,
    });
    process.stdout.write(`${path}\n${facts.map((fact) => `  ${fact}\n`).join("")}`);
  } catch (error) {
    if (!(error instanceof PackageProblems)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void run();
