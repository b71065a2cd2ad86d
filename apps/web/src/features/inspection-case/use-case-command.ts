import type { CaseStanding } from '@vungmanh/contracts/inspection/case';
import type { Command, OutputOf } from '@vungmanh/contracts/operation';
import { useCommand } from '../../api/queries.js';
import { useToast } from '../../ui/toast.js';

type CaseCommand = Command & { readonly output: typeof CaseStanding };

/** A command on a case that says what has been done and closes its form. */
export function useCaseCommand<C extends CaseCommand>(operation: C, text: string, onClose: () => void) {
  const toast = useToast();
  return useCommand(operation, {
    onDone: (_: OutputOf<C>) => {
      toast({ text });
      onClose();
    },
  });
}
