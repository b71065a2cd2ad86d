/**
 * Signs in as a browser does, without one: begins at the gateway, follows it to the provider, gives the password, follows back.
 * Answers `{ cookie }`, the session's as a request sends it; or `{ response }`, what refused the password.
 */
export async function signInThrough(baseUrl, { username, password }) {
  const jar = new Map();
  const ask = async (path, init = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, cookie, 'x-requested-with': 'vungmanh', origin: baseUrl };
    const response = await fetch(new URL(path, baseUrl), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const follow = async (path) => {
    for (let next = path; /^\/(api\/sign-in|oidc)\//.test(next);) {
      const response = await ask(next);
      await response.arrayBuffer();
      if (response.status !== 303) throw new Error(`${next.split('?')[0]} answered ${response.status}`);
      next = response.headers.get('location');
    }
  };
  await follow('/api/sign-in/start');
  const body = JSON.stringify({ username, password });
  const response = await ask('/api/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) return { response };
  await follow((await response.json()).to);
  const name = ['__Host-session', 'session'].find((each) => jar.has(each));
  if (name === undefined) throw new Error('The sign-in was not finished');
  return { cookie: `${name}=${jar.get(name)}` };
}
