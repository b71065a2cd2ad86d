import type { InspectionCase } from '@vungmanh/contracts/inspection/case';
import { announceCase, fileCase, followUpCase, openHearing, receiveSelfReport, verifyCase } from '@vungmanh/contracts/inspection/case-step';
import { showDate } from '../../text/dates.js';
import { Button } from '../../ui/button.js';
import { Note, ProblemNote } from '../../ui/notes.js';
import { DayForm } from './day-form.js';
import { useCaseCommand } from './use-case-command.js';

export interface ActProps {
  readonly of: InspectionCase;
  readonly onClose: () => void;
}

export function AnnounceForm({ of: { id: caseId, version, announceBy }, onClose }: ActProps) {
  const command = useCaseCommand(announceCase, 'Đã triển khai quyết định. Từ nay đối tượng thấy phần của mình.', onClose);
  return (
    <DayForm
      day="Ngày triển khai"
      reason="Lý do, nếu chậm so với quy định"
      submit="Triển khai quyết định"
      busy={command.isPending}
      problem={command.error}
      onSend={({ onDay, reason }) => command.mutate({ input: { caseId, announcedOn: onDay, ...(reason === undefined ? {} : { reason }) }, version })}
      onClose={onClose}
    >
      <Note title="Đối tượng sẽ thấy quyết định, kế hoạch, đề cương, lịch làm việc">
        <p>Ghi chép, tài liệu xác minh và báo cáo của đoàn, tổ thì đối tượng không thấy.</p>
        {announceBy !== undefined && <p>Hạn triển khai: {showDate(announceBy)}.</p>}
      </Note>
    </DayForm>
  );
}

export function ReceiveForm({ of: { id: caseId, version, documents }, onClose }: ActProps) {
  const command = useCaseCommand(receiveSelfReport, 'Đã ghi nhận báo cáo tự kiểm tra.', onClose);
  const none = !documents.some((d) => d.kind === 'SELF_REPORT');
  return (
    <DayForm
      day="Ngày nhận"
      {...(none && { reason: 'Lý do chưa có tệp báo cáo' })}
      submit="Ghi nhận báo cáo"
      busy={command.isPending}
      problem={command.error}
      onSend={({ onDay, reason }) => command.mutate({ input: { caseId, receivedOn: onDay, ...(reason === undefined ? {} : { reason }) }, version })}
      onClose={onClose}
    >
      {none && (
        <p>Đối tượng có thể tự nộp tệp trên phần mềm. Nếu nhận bản giấy, hãy đính kèm tệp ở mục "Ghi nhận, tài liệu", hoặc ghi lý do không có.</p>
      )}
    </DayForm>
  );
}

export function VerifyForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(verifyCase, 'Đã ghi bắt đầu thẩm tra, xác minh.', onClose);
  return (
    <DayForm
      day="Ngày bắt đầu"
      submit="Bắt đầu thẩm tra, xác minh"
      busy={command.isPending}
      problem={command.error}
      onSend={({ onDay }) => command.mutate({ input: { caseId, startedOn: onDay }, version })}
      onClose={onClose}
    />
  );
}

export function HearForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(openHearing, 'Đã ghi hội nghị, làm việc với đối tượng.', onClose);
  return (
    <DayForm
      day="Ngày hội nghị, làm việc"
      submit="Ghi hội nghị, làm việc"
      busy={command.isPending}
      problem={command.error}
      onSend={({ onDay }) => command.mutate({ input: { caseId, openedOn: onDay }, version })}
      onClose={onClose}
    />
  );
}

export function FollowUpForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(followUpCase, 'Đã chuyển sang theo dõi sau kết luận.', onClose);
  return (
    <div className="stack">
      <p>Từ đây đoàn, tổ theo dõi từng kiến nghị: nhận báo cáo, kiểm tra lại, kết thúc hoặc yêu cầu làm tiếp.</p>
      <ProblemNote problem={command.error} />
      <div className="form-actions">
        <Button look="primary" busy={command.isPending} onClick={() => command.mutate({ input: { caseId }, version })}>
          Chuyển sang theo dõi
        </Button>
        <Button onClick={onClose}>Thôi</Button>
      </div>
    </div>
  );
}

export function FileForm({ of: { id: caseId, version }, onClose }: ActProps) {
  const command = useCaseCommand(fileCase, 'Đã lưu hồ sơ.', onClose);
  return (
    <DayForm
      day="Ngày lưu hồ sơ"
      submit="Lưu hồ sơ"
      busy={command.isPending}
      problem={command.error}
      onSend={({ onDay }) => command.mutate({ input: { caseId, filedOn: onDay }, version })}
      onClose={onClose}
    >
      <p>Sau khi lưu, hồ sơ chỉ còn để đọc.</p>
    </DayForm>
  );
}
