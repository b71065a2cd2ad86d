/** The code that a simulated data set shows on its page; a person with a phone is asked for theirs instead. */
const simulatedCode = ({ simulatedCode: code }) => {
  if (code === undefined) throw new Error('This account is asked for a code that only its phone or card has');
  return code;
};

/**
 * Signs in as a browser does, without one: begins at the gateway, follows it to the provider, gives the password, and the code where
 * one is asked for (`code` answers it, from `{ totp, cardNumber?, simulatedCode? }`), follows back. An account that has to set up an
 * app first does so where `enroll` is given: `code({ secret, uri })` answers the app's first code, `keep(codes)` the codes for an emergency.
 * Answers `{ cookie }`, the session's as a request sends it; or `{ response }`, what refused the password or the code.
 */
export async function signInThrough(baseUrl, { username, password, code = simulatedCode, enroll }) {
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
  const post = (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  await follow('/api/sign-in/start');
  let response = await post('/api/sign-in', { username, password });
  let answer = response.ok ? await response.json() : undefined;
  if (answer?.next === 'CODE') {
    response = await post('/api/sign-in/code', { code: await code(answer.asked) });
    answer = response.ok ? await response.json() : undefined;
  }
  if (answer?.next === 'ENROLL') {
    if (enroll === undefined) throw new Error('This account sets up its second factor first: sign in once in a browser');
    response = await post('/api/sign-in/code', { code: await enroll.code(answer.totp) });
    answer = response.ok ? await response.json() : undefined;
    if (answer?.next === 'RECOVERY_CODES') await enroll.keep(answer.codes);
  }
  if (answer === undefined) return { response };
  await follow(answer.to);
  const name = ['__Host-session', 'session'].find((each) => jar.has(each));
  if (name === undefined) throw new Error('The sign-in was not finished');
  return { cookie: `${name}=${jar.get(name)}` };
}

/**
 * Gives the code again before what wants a fresh one. `ask(method, path, body?)` sends in the open session and answers the Response,
 * whose cookie it keeps.
 */
export async function stepUpThrough(ask, code = simulatedCode) {
  const { asked } = await (await ask('GET', '/my/second-factor')).json();
  if (asked === undefined) return false;
  return (await ask('POST', '/my/session/step-up', { code: await code(asked) })).ok;
}
