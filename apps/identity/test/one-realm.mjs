// Jest runs tests in a realm of its own, but lends it the outer structuredClone, whose objects oidc-provider then takes for no plain ones.
const clone = (value) => {
  if (Array.isArray(value)) return value.map(clone);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clone(inner)]));
};
globalThis.structuredClone = clone;
