import type { Operation, OutputOf } from '@vungmanh/contracts/operation';
import 'reflect-metadata';
import type { Call } from './call.js';
import type { Stored } from './stored.js';

const CONTRACT = Symbol('vungmanh:contract');

/** What a use case answers: the output, or for a query with `stored: true` the bytes that it keeps of it. */
type AnswerOf<O extends Operation> = O extends { readonly stored: true } ? Stored : OutputOf<O>;

/**
 * Binds a use case to its contract. The method's signature must be the contract's: another one does not compile.
 * Nothing else is needed for it to be reached: the dispatcher finds it, and nothing reaches it around the dispatcher.
 */
export function Rpc<O extends Operation>(contract: O) {
  return <M extends (call: Call<O>) => Promise<AnswerOf<O>>>(_target: object, _name: string | symbol, method: TypedPropertyDescriptor<M>): void => {
    if (method.value) Reflect.defineMetadata(CONTRACT, contract, method.value);
  };
}

/** The contract that a method implements, if any. */
export function contractOf(method: unknown): Operation | undefined {
  return typeof method === 'function' ? (Reflect.getMetadata(CONTRACT, method) as Operation | undefined) : undefined;
}
