import { Link } from '@tanstack/react-router';
import type { BehindRow } from '@vungmanh/contracts/inspection/report';

/** Leads to the page of what a row is part of. */
export function RowLink({ row: { opens, openId, about } }: { row: Pick<BehindRow, 'opens' | 'openId' | 'about'> }) {
  const text = about === '' ? 'Mở hồ sơ' : about;
  switch (opens) {
    case 'CASE':
      return (
        <Link to="/inspection/cases/$caseId" params={{ caseId: openId }} className="strong">
          {text}
        </Link>
      );
    case 'CASE_ON_ME':
      return (
        <Link to="/my/inspections/$caseId" params={{ caseId: openId }} className="strong">
          {text}
        </Link>
      );
    case 'DISCIPLINE':
      return (
        <Link to="/discipline/$disciplineId" params={{ disciplineId: openId }} className="strong">
          {text}
        </Link>
      );
    case 'DENUNCIATION':
      return (
        <Link to="/denunciations/$denunciationId" params={{ denunciationId: openId }} className="strong">
          {text}
        </Link>
      );
    case 'PROGRAM':
      return (
        <Link to="/inspection/programs/$programId" params={{ programId: openId }} className="strong">
          {text}
        </Link>
      );
  }
}
