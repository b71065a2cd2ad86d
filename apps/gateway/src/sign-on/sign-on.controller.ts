import { Controller, Get, HttpStatus, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts } from './attempt.js';
import { Issuer } from './issuer.js';
import { Opening } from './opening.js';

const TROUBLE = '/sign-in?trouble=1';

/** The two addresses by which a browser goes to the provider and comes back. No token gets further than here. */
@Controller('api/sign-in')
export class SignOnController {
  constructor(
    private readonly issuer: Issuer,
    private readonly attempts: Attempts,
    private readonly opening: Opening,
  ) {}

  @Get('start')
  async start(@Query('from') from: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = this.attempts.begin(request, reply, typeof from === 'string' ? from : undefined);
    try {
      const { href } = await this.issuer.begin(attempt);
      // Our own provider has our own address, however this browser writes it.
      leadTo(reply, this.issuer.ours ? href.slice(this.issuer.origin.length) : href);
    } catch (error) {
      this.opening.failed(request, error);
      leadTo(reply, TROUBLE);
    }
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const attempt = this.attempts.end(request, reply);
    if (!attempt) return leadTo(reply, TROUBLE);
    try {
      const { subject, strong } = await this.issuer.finish(new URL(request.url, this.issuer.origin).search, attempt);
      await this.opening.open(request, reply, { subject, strong, issuer: this.issuer.ours ? 'OURS' : 'OTHER' });
      leadTo(reply, attempt.from);
    } catch (error) {
      this.opening.failed(request, error);
      leadTo(reply, TROUBLE);
    }
  }
}

function leadTo(reply: FastifyReply, address: string): void {
  void reply.header('Location', address).code(HttpStatus.SEE_OTHER).send();
}
