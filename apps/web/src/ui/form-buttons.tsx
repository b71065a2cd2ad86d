import { Button } from './button.js';

/** The two buttons below a form in a dialog. */
export function FormButtons({
  submit,
  busy,
  look = 'primary',
  onClose,
}: {
  submit: string;
  busy: boolean;
  look?: 'primary' | 'danger';
  onClose: () => void;
}) {
  return (
    <>
      <Button type="submit" look={look} busy={busy}>
        {submit}
      </Button>
      <Button onClick={onClose}>Thôi</Button>
    </>
  );
}
