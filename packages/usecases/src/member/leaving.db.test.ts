import { createLetterBench, createVerbBench, seededKey, API_KEYS, type VerbBench } from "@posthorn/testkit";
import { AppError } from "@posthorn/domain";
import { isoMillis } from "@posthorn/db";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { authenticateKey } from "../account/authenticate-key.ts";
import { changeRole } from "./change-role.ts";
import { leaveAccount } from "./leave-account.ts";
import { removeMember } from "./remove-member.ts";
