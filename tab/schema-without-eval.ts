import { z } from "zod";

// The page's policy forbids building code from text. Imported before any contract, because zod decides when a schema is made.
z.config({ jitless: true });
