// The shape of a group of routes: they take the app, what pages are given, and who of the staff sits there.

import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { BackofficeDeps } from "./deps.ts";
import type { StaffSessions } from "./session/staff-sessions.ts";

export type BackofficeRoutes = (app: Hono<WebEnv>, deps: BackofficeDeps, sessions: StaffSessions) => void;
