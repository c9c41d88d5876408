import type { BrowserContext, Page } from 'playwright';

/** What must never happen on any screen: listened for from the first request on. */
export interface Watch {
  /** Requests to anybody else, breaches of the policy, errors in the console; each in a line. */
  readonly complaints: string[];
  /** Every request, in order. */
  readonly requests: string[];
}

export function watchProfile(context: BrowserContext, ownOrigin: string): Watch {
  const complaints: string[] = [];
  const requests: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    const isOwn = url.startsWith(`${ownOrigin}/`) || url.startsWith('blob:') || url.startsWith('data:');
    if (!isOwn) complaints.push(`request to ${url}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().stack ?? error.error().message}`));
  return { complaints, requests };
}

/** Breaches of the content security policy, as the page itself is told of them. */
export async function watchPolicy(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeBinding('__policyBreach', (_source: { page: Page }, text: string) => {
    complaints.push(`policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      const tell = (window as unknown as { __policyBreach?: (text: string) => void }).__policyBreach;
      tell?.(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
}
