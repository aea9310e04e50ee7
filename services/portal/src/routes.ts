// The shape of a group of routes: they take the app, what pages are given, and who reads.

import type { WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { PortalDeps } from "./deps.ts";
import type { Sessions } from "./session/sessions.ts";

export type PortalRoutes = (app: Hono<WebEnv>, deps: PortalDeps, sessions: Sessions) => void;
