/** Size of a campaign: a sample in `npm test`, the small form in `npm run test:NAME`, the whole with `CAMPAIGN=all`. */
export type CampaignForm = 'sample' | 'small' | 'all';

const FORMS: readonly CampaignForm[] = ['sample', 'small', 'all'];

/** Returns the form that the environment variable CAMPAIGN sets. */
export function campaign(): CampaignForm {
  const { CAMPAIGN = 'sample' } = process.env;
  const form = FORMS.find((one) => one === CAMPAIGN);
  if (form === undefined) throw new Error(`CAMPAIGN is "${CAMPAIGN}". Set it to ${FORMS.join(', ')}, or leave it out.`);
  return form;
}

/** Returns the value for the current form. */
export function ofCampaign<T>(forms: Readonly<Record<CampaignForm, T>>): T {
  return forms[campaign()];
}
