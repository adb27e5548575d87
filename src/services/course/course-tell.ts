import { teller } from "../rollout/rollout-tell";

/** Of a course and of its own sessions; those of a rollout are told of in the rollout. */
export const tellCourse = teller("course");
