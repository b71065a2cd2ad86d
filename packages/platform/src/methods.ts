import type { DiscoveryService } from '@nestjs/core';

/** A method of a provider of this service, bound to its instance. */
export interface BoundMethod {
  /** `<class>.<method>`, for messages. */
  readonly name: string;
  readonly method: (...args: never[]) => unknown;
  readonly call: (...args: unknown[]) => unknown;
}

/** Every method of every provider: where `@Rpc`, `@On`, `@Project` and `@Job` are found. */
export function* methodsOf(discovery: DiscoveryService): Generator<BoundMethod> {
  for (const { instance } of discovery.getProviders()) {
    if (typeof instance !== 'object' || instance === null) continue;
    const prototype: object | null = Object.getPrototypeOf(instance);
    for (const name of Object.getOwnPropertyNames(prototype ?? {})) {
      const method: unknown = Object.getOwnPropertyDescriptor(prototype, name)?.value;
      if (typeof method !== 'function' || name === 'constructor') continue;
      yield {
        name: `${instance.constructor.name}.${name}`,
        method: method as BoundMethod['method'],
        call: (...args) => Reflect.apply(method, instance, args) as unknown,
      };
    }
  }
}
