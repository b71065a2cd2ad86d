import { useMutation } from '@tanstack/react-query';
import { certificateCheck, type CheckedCertificate } from '@vungmanh/contracts/training/certificate';
import { useState } from 'react';
import { api } from '../../api/api.js';
import type { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { TextField } from '../../ui/text-field.js';
import { SignInFrame } from '../sign-in/sign-in-frame.js';

function Answer({ found }: { found: CheckedCertificate }) {
  if (found.valid)
    return (
      <Note tone="done" title="Giấy chứng nhận còn giá trị">
        <p>Chương trình: {found.course}</p>
      </Note>
    );
  return (
    <Note tone="warning" title={found.course === undefined ? 'Không có giấy chứng nhận mang mã này' : 'Giấy chứng nhận không còn giá trị'}>
      {found.course === undefined ? <p>Kiểm tra lại từng ký tự của mã in trên giấy.</p> : <p>Chương trình: {found.course}</p>}
    </Note>
  );
}

/** For anyone who holds a certificate in their hands: whether it is worth something, and nothing of whom. */
export function CertificateCheckPage() {
  const [code, setCode] = useState('');
  const command = useMutation<CheckedCertificate, ProblemError, string>({
    mutationKey: [certificateCheck.subject],
    mutationFn: (typed) => api(certificateCheck, { code: typed }),
  });
  return (
    <SignInFrame title="Kiểm tra giấy chứng nhận">
      <form
        className="form"
        onSubmit={(e) => {
          e.preventDefault();
          if (code.trim() !== '') command.mutate(code.trim());
        }}
      >
        <TextField
          label="Mã kiểm tra"
          hint="16 ký tự in ở cuối giấy chứng nhận; có gạch nối hay không đều được."
          maxLength={40}
          value={code}
          onChange={setCode}
          autoFocus
        />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={command.isPending} disabled={code.trim() === ''}>
            Kiểm tra
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {command.data && !command.isPending && <Answer found={command.data} />}
        <ProblemNote problem={command.error} />
      </div>
    </SignInFrame>
  );
}
