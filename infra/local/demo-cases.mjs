/** In which order a case passes its states; what leaves its course branches off where its own act stands. */
const COURSE = ['PLANNED', 'DECIDED', 'ANNOUNCED', 'SELF_REPORTED', 'VERIFYING', 'HEARING', 'REPORTED', 'CONCLUDED', 'FOLLOW_UP', 'FILED'];
const BRANCHES = { ESCALATED: 'VERIFYING', TERMINATED: 'ANNOUNCED' };

/**
 * Walks the simulated cases of one body to where they stand, one after the other as its register numbers them. `chair` decides, `lead`
 * leads its team; `aims` are the members and organizations it may choose; `subject` is the account of the first member, where there is one.
 */
export async function loadCases({ by, nodeId, chair, lead, leadId, teamIds, aims, today, subject, reader, selfReport }) {
  const demo = await import('@vungmanh/demo/cases');
  const opened = [];
  for (const one of demo.demoCases.filter((c) => c.by === by)) {
    const aim = one.on === 'MEMBER' ? aims.members[one.place] : aims.organizations[one.place];
    if (!aim) continue;
    const heard = one.on === 'MEMBER' && one.place === 0 ? subject : undefined;
    opened.push(await walk({ demo, one, nodeId, chair, lead, leadId, teamIds, aim, today, subject: heard, reader, selfReport }));
  }
  return opened;
}

async function walk({ demo, one, nodeId, chair, lead, leadId, teamIds, aim, today, subject, reader, selfReport }) {
  const days = demo.daysOf(one, today);
  const order = { nodeId, actor: demo.actorOf[one.by], kind: one.kind, subject: one.on, subjectId: aim, content: one.content };
  let now = await chair.call('POST', '/inspection-cases', { ...order, periodFrom: days.periodFrom, periodTo: days.periodTo });
  const at = `/inspection-cases/${now.id}`;
  const act = async (by, path, body, method = 'POST') => (now = await by.call(method, `${at}/${path}`, body, { ifMatch: now.version }));
  const opinion = async () =>
    (now = await subject.call('POST', `/my/inspections/${now.id}/opinions`, { kind: 'EXPLANATION', text: demo.OPINION }, { ifMatch: now.version }));
  const findings = async () => {
    for (const kind of one.findings ?? []) await act(lead, 'findings', { kind, ...demo.findingText[kind] });
  };

  await act(chair, 'team', { leaderId: leadId, teamIds }, 'PUT');
  const steps = {
    DECIDED: async () => {
      await act(lead, 'plan', { plan: demo.planOf(days.decision.decidedOn) }, 'PUT');
      await act(chair, 'decision', days.decision);
      if (reader && one.kind === 'SUSPECTED_VIOLATION_INSPECTION') {
        await act(chair, 'people', { personId: reader, part: 'READER', reason: 'Phối hợp thẩm tra (mô phỏng)' });
      }
    },
    ANNOUNCED: () => act(lead, 'announcement', { announcedOn: days.announcedOn }),
    SELF_REPORTED: async () => {
      if (subject) await act(lead, 'documents', await selfReportOf(lead, selfReport));
      const reason = subject ? undefined : 'Báo cáo nộp bằng bản giấy, lưu ở hồ sơ giấy (mô phỏng)';
      await act(lead, 'self-report', { receivedOn: days.receivedOn, reason });
    },
    VERIFYING: async () => {
      await act(lead, 'verification', { startedOn: days.verifiedOn });
      await act(lead, 'notes', { text: 'Đã đối chiếu sổ biên bản, sổ nghị quyết (mô phỏng).' });
      await findings();
    },
    HEARING: () => act(lead, 'hearing', { openedOn: days.heardOn }),
    REPORTED: async () => {
      await act(lead, 'minutes', { minutes: demo.minutesOf(days.heardOn) }, 'PUT');
      if (subject) await opinion();
      await act(lead, 'report', { reportedOn: days.reportedOn, report: demo.reportOf(subject !== undefined) });
    },
    CONCLUDED: () => {
      const recommendations = (one.demands ?? []).map(({ content, dueAgo }) => ({
        content,
        doer: one.on === 'MEMBER' ? 'PERSON' : 'ORGANIZATION',
        doerId: aim,
        dueOn: demo.dueOf(dueAgo, today),
      }));
      return act(chair, 'conclusion', { concludedOn: days.concludedOn, conclusion: demo.CONCLUSION, recommendations });
    },
    FOLLOW_UP: () => act(lead, 'follow-up', {}),
    FILED: () => act(chair, 'filing', { filedOn: today }),
  };
  const goal = BRANCHES[one.state] ?? one.state;
  for (const state of COURSE.slice(1, COURSE.indexOf(goal) + 1)) await steps[state]();
  if (one.state === 'ESCALATED') await act(chair, 'escalation', { target: 'DISCIPLINE', reason: 'Có vi phạm cần xem xét kỷ luật (mô phỏng)' });
  if (one.state === 'TERMINATED') await act(chair, 'termination', { reason: 'Trùng kế hoạch của cấp trên, chuyển sang năm sau (mô phỏng)' });
  if (subject) await reportDemands(subject, one);
  return now;
}

/** A file that the subject has given to the team. */
async function selfReportOf(by, file) {
  const { fileId } = await by.upload(file);
  return { kind: 'SELF_REPORT', fileId, name: 'Báo cáo tự kiểm tra (mô phỏng)', classification: 'ORDINARY' };
}

/** What the subject has said to be done, with their own account. */
async function reportDemands(subject, { demands = [] }) {
  const { items } = await subject.call('GET', '/my/recommendations');
  for (const { content } of demands.filter((d) => d.reported)) {
    const asked = items.find((item) => item.content === content);
    const text = 'Đã vận động xong các hộ được giao, có danh sách kèm theo (mô phỏng).';
    if (asked) await subject.call('POST', `/recommendations/${asked.id}/report`, { text }, { ifMatch: asked.version });
  }
}
