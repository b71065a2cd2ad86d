import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { InputOf, Operation, OutputOf } from '@vungmanh/contracts/operation';
import { Problem } from '@vungmanh/platform/problem';

/** Answers one operation in place of the service that owns it; input and output are checked against the contract. */
export function standIn<O extends Operation>(nats: NatsConnection, contract: O, answer: (input: InputOf<O>) => OutputOf<O>): void {
  nats.subscribe(`rpc.${contract.subject}`, {
    callback: (_error, msg) => {
      try {
        const input = contract.input.parse(msg.json()) as InputOf<O>;
        msg.respond(JSON.stringify(contract.output.parse(answer(input))));
      } catch (error) {
        const h = headers();
        h.set('problem', error instanceof Problem ? error.code : 'stand-in');
        msg.respond(JSON.stringify(error instanceof Problem ? error : { kind: 'internal', code: 'stand-in', title: String(error) }), { headers: h });
      }
    },
  });
}
