// Only a path of this site: a link must not lead people from our forms to somebody else's.

/** The path and query to go on to; `otherwise` for whatever is none of this site. */
export function safePath(path: string | undefined, otherwise = "/"): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return otherwise;
  const url = URL.parse(path, "http://site.invalid");
  // Dots are taken out on the way: what began as `/.//host` would be an address of another site.
  const isOurs = url?.host === "site.invalid" && !url.pathname.startsWith("//");
  return isOurs ? `${url.pathname}${url.search}` : otherwise;
}
