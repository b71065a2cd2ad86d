import { UPLOAD_BYTES } from '@vungmanh/contracts/gateway/upload';

/** What can be seen of a file before it is sent; what is in it is for the service to read. */
export function fileTrouble(file: Pick<File, 'name' | 'size'> | undefined): string | undefined {
  if (!file) return 'Chưa chọn tệp';
  if (!file.name.toLowerCase().endsWith('.xlsx')) return 'Chỉ nhận tệp Excel dạng .xlsx. Tệp .xls cũ: mở bằng Excel rồi lưu thành .xlsx.';
  return file.size > UPLOAD_BYTES ? 'Tệp lớn hơn 20 MB. Hãy chia thành nhiều tệp.' : undefined;
}
