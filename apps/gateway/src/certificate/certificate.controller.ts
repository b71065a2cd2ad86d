import { Controller, Get, Param, Req } from '@nestjs/common';
import { certificateCheck, checkCertificate, type CheckedCertificate } from '@vungmanh/contracts/training/certificate';
import { ActorTokens } from '@vungmanh/platform/actor/token';
import { RpcClient } from '@vungmanh/platform/rpc/client';
import { parseInput } from '@vungmanh/platform/rpc/input';
import type { FastifyRequest } from 'fastify';
import { pathOf } from '../session/by-hand.js';
import { CheckBudget } from './check-budget.js';

/** Whether a certificate is worth something: the only question that somebody without a session may ask a service. */
@Controller('api')
export class CertificateController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly tokens: ActorTokens,
    private readonly budget: CheckBudget,
  ) {}

  @Get(pathOf(certificateCheck))
  async check(@Req() request: FastifyRequest, @Param('code') code: string): Promise<CheckedCertificate> {
    this.budget.spend(request.ip);
    const input = parseInput(certificateCheck, Buffer.from(JSON.stringify({ code })));
    return this.rpc.call(checkCertificate, input, { actor: await this.tokens.forService(), trace: request.id });
  }
}
