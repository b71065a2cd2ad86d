import { readFileSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { builtFile, files } from './mutants.mjs';

/**
 * Goes before a service of a run that tries faults (`--import`): the fault whose name stands in the file `?at=` takes the place of the
 * sound code while the service runs, and goes again; empty is the product as it is. `<file>.<service>` says which one is in place.
 */
register('./mutant-hooks.mjs', import.meta.url);
const at = new URL(import.meta.url).searchParams.get('at');
const service = process.env.SERVICE;
let inPlace = '';
let busy = false;

const read = () => {
  try {
    return readFileSync(at, 'utf8');
  } catch {
    return '';
  }
};

/** The code of every class of a module, as it is now. */
const codeOf = (module) =>
  Object.fromEntries(
    Object.entries(module)
      .filter(([, value]) => typeof value === 'function')
      .map(([name, value]) => [name, { own: Object.getOwnPropertyDescriptors(value), prototype: Object.getOwnPropertyDescriptors(value.prototype) }]),
  );

function replace(to, descriptors) {
  for (const [name, descriptor] of Object.entries(descriptors)) {
    const isCode = typeof descriptor.value === 'function' || descriptor.get !== undefined;
    if (name !== 'constructor' && name !== 'prototype' && isCode) Object.defineProperty(to, name, descriptor);
  }
}

const sound = new Map();

async function put(name) {
  for (const file of files) {
    const module = await import(builtFile(file).href);
    if (!sound.has(file)) sound.set(file, codeOf(module));
    const code = name === '' ? sound.get(file) : codeOf(await import(`${builtFile(file).href}?mutant=${encodeURIComponent(name)}`));
    for (const [exported, { own, prototype }] of Object.entries(code)) {
      replace(module[exported], own);
      replace(module[exported].prototype, prototype);
    }
  }
}

const look = async () => {
  const name = read();
  if (busy || name === inPlace) return;
  busy = true;
  try {
    await put(name);
    inPlace = name;
    writeFileSync(`${at}.${service}`, name);
  } catch (error) {
    writeFileSync(`${at}.${service}`, `failed: ${error.message}`);
  }
  busy = false;
};
if (service !== undefined && at !== null) setInterval(() => void look(), 50).unref();
