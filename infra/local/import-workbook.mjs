import path from 'node:path';

const WAITING = new Set(['READING', 'CHECKING', 'APPLYING_ORGANIZATIONS', 'APPLYING_MEMBERS']);

/** Follows an import until it needs a person or has ended; tells each step once. */
async function follow(client, importId, log) {
  let told = '';
  for (;;) {
    const now = await client.call('GET', `/imports/${importId}`);
    const line = `${now.state} ${now.progress.done}/${now.progress.total}`;
    if (line !== told) log(`  ${stateLabel[now.state] ?? now.state}: ${now.progress.done}/${now.progress.total} dòng`);
    told = line;
    if (!WAITING.has(now.state)) return now;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

const stateLabel = {
  READING: 'Đang đọc tệp',
  CHECKING: 'Đang kiểm tra',
  READY: 'Đã kiểm tra xong',
  APPLYING_ORGANIZATIONS: 'Đang ghi tổ chức đảng',
  APPLYING_MEMBERS: 'Đang ghi đảng viên',
  DONE: 'Đã nhập xong',
  REFUSED: 'Tệp không nhận được',
  CANCELED: 'Đã hủy',
};

/** Uploads a workbook and has it checked: the preview. Nothing of the register changes. */
export async function previewWorkbook(client, { file, nodeId, log }) {
  const { fileId } = await client.upload(file);
  const started = await client.call('POST', '/imports', { nodeId, fileId, fileName: path.basename(file) });
  const checked = await follow(client, started.id, log);
  if (checked.state === 'REFUSED') throw new Error(checked.trouble ?? 'Tệp không nhận được');
  return checked;
}

/** Applies what the preview showed and waits for the end. */
export async function confirmWorkbook(client, checked, log) {
  const sheets = [checked.organizations && 'ORGANIZATIONS', checked.members && 'MEMBERS'].filter(Boolean);
  await client.call('POST', `/imports/${checked.id}/confirm`, { sheets }, { ifMatch: checked.version });
  return follow(client, checked.id, log);
}
