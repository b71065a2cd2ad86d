import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../ui/button.js';
import type { NextStep } from './phase.js';
import './meeting.css';

/** The next step as one clear button that leads to where it is done. */
export function NextStepLink({ step, meetingId }: { step: NextStep; meetingId: string }) {
  const className = `${buttonClass({ look: step.waiting ? 'plain' : 'primary' })} next-button`;
  const params = { meetingId };
  if (step.page === 'roll') {
    return (
      <Link to="/meetings/$meetingId/roll" params={params} className={className}>
        {step.label}
      </Link>
    );
  }
  if (step.page === 'minutes') {
    return (
      <Link to="/meetings/$meetingId/minutes" params={params} className={className}>
        {step.label}
      </Link>
    );
  }
  return (
    <Link to="/meetings/$meetingId" params={params} {...(step.section && { hash: step.section })} className={className}>
      {step.label}
    </Link>
  );
}

/** A band that says what stands next and why. */
export function NextStepBand({ step, meetingId }: { step: NextStep; meetingId: string }) {
  return (
    <section className="next-step" aria-label="Việc tiếp theo">
      <div>
        <p className="soft small">{step.waiting ? 'Đang chờ' : 'Việc tiếp theo'}</p>
        <p>{step.why}</p>
      </div>
      <NextStepLink step={step} meetingId={meetingId} />
    </section>
  );
}
