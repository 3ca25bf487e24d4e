import {
  ACMClient,
  type CertificateSummary,
  DescribeCertificateCommand,
  ListCertificatesCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm'
import { Refusal } from '../../local/refusal.ts'
import { stageTag } from '../../names.ts'
import type { Cloud } from '../cloud/cloud.ts'

/** `*.example.com` is good for one more label. */
export const covers = (name: string, domain: string): boolean =>
  name === domain ||
  (name.startsWith('*.') && domain.split('.').slice(1).join('.') === name.slice(2))

const namesOf = ({ DomainName = '', SubjectAlternativeNameSummaries = [] }: CertificateSummary) => [
  DomainName,
  ...SubjectAlternativeNameSummaries,
]

/**
 * The certificate for a domain, where CloudFront looks for it. Without one it is asked for, and what has to be
 * done then is an entry in the domain's DNS, which we cannot make.
 */
export async function certificateFor({ config, stage }: Cloud, domain: string): Promise<string> {
  const acm = new ACMClient({ ...config, region: 'us-east-1' })
  const { CertificateSummaryList = [] } = await acm.send(
    new ListCertificatesCommand({
      CertificateStatuses: ['ISSUED', 'PENDING_VALIDATION'],
      MaxItems: 1000,
    }),
  )
  const fitting = CertificateSummaryList.filter((it) =>
    namesOf(it).some((name) => covers(name, domain)),
  )
  const issued = fitting.find(({ Status }) => Status === 'ISSUED')?.CertificateArn
  if (issued) return issued
  const pending =
    fitting[0]?.CertificateArn ??
    (
      await acm.send(
        new RequestCertificateCommand({
          DomainName: domain,
          ValidationMethod: 'DNS',
          Tags: [{ Key: stageTag, Value: stage }],
        }),
      )
    ).CertificateArn
  const { Certificate } = await acm.send(
    new DescribeCertificateCommand({ CertificateArn: pending }),
  )
  const { Name, Value } = Certificate?.DomainValidationOptions?.[0]?.ResourceRecord ?? {}
  const record = Name
    ? `\n\n  ${Name}  CNAME  ${Value}\n`
    : ' (its record is shown in ACM in a minute)'
  throw new Refusal(
    `The certificate for ${domain} waits for you to show that the domain is yours. Enter this in its DNS:${record}\n` +
      'A few minutes later, run the same command again.',
  )
}
