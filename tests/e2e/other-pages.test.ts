import { holdDirectory } from "../support/graph/held-devices";
import { holdLicences } from "../support/graph/held-licences";
import { statements } from "../support/survey/survey-world";
import { cerys, type Demonstration, priya } from "./demonstration";
import { checkPages } from "./page-checks";
import { otherStates } from "./page-states";

/** A question for some people to answer, and for IT to follow. */
async function askAbout({ call }: Demonstration): Promise<void> {
  const closesAt = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  const audience = { personIds: [cerys, priya] };
  const recurrence = { every: 1, unit: "month" };
  const draft = { purpose: "kit", title: "Kit of autumn", audience, closesAt, recurrence };
  const { id } = await call<{ id: string }>(priya, "POST", "/api/check-ins", draft);
  await call(priya, "POST", `/api/check-ins/${id}/launch`);
}

/** A survey that has closed, with answers enough to show figures of. */
async function survey({ call }: Demonstration): Promise<void> {
  const draft = { title: "Tools of autumn", items: statements, audience: { everyone: true } };
  const { id, items } = await call<Listed>(priya, "POST", "/api/surveys", draft);
  await call(priya, "POST", `/api/surveys/${id}/open`);
  const people = await call<Listed>(priya, "GET", "/api/people?limit=100&active=true");
  const asked = people.items.filter(({ teamId }) => teamId !== null);
  for (const [at, person] of asked.entries()) {
    const answers = items.map((item) => ({ itemId: item.id, value: ["5", "4", "4", "3", "2"][at % 5] }));
    await call(person.id, "POST", `/api/my/surveys/${id}/response`, { answers });
  }
  await call(priya, "POST", `/api/surveys/${id}/close`);
}

interface Listed {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly teamId?: string | null }[];
}

checkPages(otherStates, async (council) => {
  await askAbout(council);
  await survey(council);
  await holdLicences(council.context.gateway);
  await holdDirectory(council.context.gateway);
});
