// Only a path of this site: a link must not lead the staff from our forms to somebody else's.

/** The path and query to go on to; the start page for whatever is none of this site. */
export function safePath(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return "/";
  const url = URL.parse(path, "http://backoffice.invalid");
  // Dots are taken out on the way: what began as `/.//host` would be an address of another site.
  const isOurs = url?.host === "backoffice.invalid" && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}` : "/";
}
