import { messageTopics, topicsFor } from "../../../src/domain/check-in/message-topic";

describe("what somebody can be written to about", () => {
  it("is everything for those who may read findings", () => {
    expect(topicsFor(true, [])).toEqual(messageTopics);
  });

  it("is all but the digest of findings for others, unless they stopped it while they were asked", () => {
    expect(topicsFor(false, [])).toEqual(messageTopics.filter((topic) => topic !== "findings"));
    expect(topicsFor(false, ["kit"])).not.toContain("findings");
    expect(topicsFor(false, ["findings"])).toEqual(messageTopics);
  });
});
