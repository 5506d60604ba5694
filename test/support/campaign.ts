/** How much of a campaign runs: a sample in `npm test`, the small form by `npm run test:NAME`, all of it with `CAMPAIGN=all`. */
export type CampaignForm = 'sample' | 'small' | 'all';

const FORMS: readonly CampaignForm[] = ['sample', 'small', 'all'];

/** The form that the environment variable CAMPAIGN asks for. */
export function campaign(): CampaignForm {
  const { CAMPAIGN = 'sample' } = process.env;
  const form = FORMS.find((one) => one === CAMPAIGN);
  if (form === undefined) throw new Error(`CAMPAIGN is "${CAMPAIGN}". Set it to ${FORMS.join(', ')}, or leave it out.`);
  return form;
}

/** The number that belongs to the form. */
export function ofCampaign<T>(forms: Readonly<Record<CampaignForm, T>>): T {
  return forms[campaign()];
}
