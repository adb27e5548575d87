import type { Messenger, OutgoingCheckIn } from "../../src/services/messenger";

/** Tells a counting server of each delivery that it sends. */
export function countingMessenger(address: string): Messenger {
  const messenger: Messenger = {
    async send({ deliveryId }) {
      const response = await fetch(`${address}/${deliveryId}`, { method: "POST" });
      return response.ok ? { kind: "sent", activityId: await response.text() } : { kind: "unclear" };
    },
    async replaceAnswered() {},
    sendAssignment: ({ id }) => messenger.send({ deliveryId: id } as OutgoingCheckIn),
    async replaceAssignment() {},
    sendBundle: ({ questions }) =>
      messenger.send({ deliveryId: questions[0]?.deliveryId } as OutgoingCheckIn),
    async replaceBundle() {},
    sendNotes: ({ deliveryId }) => messenger.send({ deliveryId } as OutgoingCheckIn),
    exampleOf: () => null,
    surveyExampleOf: (_, lang) => ({ lang, body: [], actions: [] }),
  };
  return messenger;
}
