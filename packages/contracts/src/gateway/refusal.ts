import { forbidden } from '../problem.js';

/** What the gateway itself refuses, before any service is asked. */
export const gatewayRefusals = {
  'gateway/not-our-page': forbidden('Yêu cầu này không đến từ trang của hệ thống. Hãy tải lại trang rồi thử lại.'),
} as const;
