import type { Uploaded } from '@vungmanh/contracts/gateway/upload';
import { offline, problemOf } from './problem-error.js';
import { ours } from './request.js';

/**
 * Sends a file; it belongs to nothing until a command attaches it by its id. `onProgress` gets the share that has left, 0 to 1:
 * the reason for XMLHttpRequest, as `fetch` cannot tell. Throws a ProblemError.
 */
export function upload(file: File, onProgress?: (share: number) => void): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.responseType = 'json';
    request.setRequestHeader('X-Requested-With', ours['X-Requested-With']);
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.upload.onprogress = (e) => onProgress?.(e.total === 0 ? 0 : e.loaded / e.total);
    request.onerror = () => reject(offline());
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status < 300) resolve(body as Uploaded);
      else reject(problemOf(request.status, body));
    };
    request.send(file);
  });
}
