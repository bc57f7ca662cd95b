// Tells the server which time zone the browser is in. Without it times are shown in the account's zone, or in the site's.
const year = 365 * 24 * 3600;
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

if (timeZone && !document.cookie.split("; ").includes(`time_zone=${timeZone}`)) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `time_zone=${timeZone}; path=/; max-age=${year}; samesite=lax${secure}`;
}
