/** How much of a campaign runs: a sample in `npm test`, the small form by `npm run test:NAME`, all of it with `CAMPAIGN=all`. */
export type CampaignForm = 'sample' | 'small' | 'all';

/** The form that the environment variable CAMPAIGN asks for. */
export function campaign(): CampaignForm {
  const { CAMPAIGN: form = 'sample' } = process.env;
  if (form === 'sample' || form === 'small' || form === 'all') return form;
  throw new Error(`CAMPAIGN must be "small" or "all", or unset for a sample: "${form}"`);
}
