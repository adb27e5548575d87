/** The Playground lets only its current person write in the private chat, so another one takes that place. */
export function withSpeaker(config: string, speaker: string): string {
  const fields = (block: string) =>
    block
      .split("\n")
      .map((line) => line.trim().replace(/^- /, ""))
      .filter(Boolean);
  const [, before, current, others, after] =
    /^([\s\S]*?currentUser:\n)([\s\S]*?)users:\n([\s\S]*?)(personalChat:[\s\S]*)$/.exec(config) ?? [];
  if (current === undefined || others === undefined)
    throw new Error("The Playground's configuration has changed");
  const people = [
    fields(current),
    ...others
      .split(/^ {2}- /m)
      .map(fields)
      .filter((one) => one.length > 0),
  ];
  const chosen = people.find((person) => person[0] === `id: ${speaker}`);
  if (chosen === undefined) throw new Error(`Nobody in the Playground's configuration is called ${speaker}`);
  const rest = people.filter((person) => person !== chosen);
  const list = rest.map((person) => `  - ${person.join("\n    ")}\n`).join("");
  return `${before}  ${chosen.join("\n  ")}\nusers:\n${list}${after}`;
}

/** Entra object id of the current person. */
export function personIdOf(config: string): string {
  return /currentUser:[\s\S]*?aadObjectId: (\S+)/.exec(config)?.[1] ?? "";
}
