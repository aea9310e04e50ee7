export { portal } from "../en/portal.ts";
