import { HttpBackend, S3Backend, type TerraformStack } from 'cdktf';

/** Keeps a stack's state in shared, locked storage: on S3, or at STATE_URL. */
export function keepStateRemotely(stack: TerraformStack): void {
  const { STATE_URL } = process.env;
  if (STATE_URL) {
    // Login by TF_HTTP_USERNAME and TF_HTTP_PASSWORD: written here, it would be in the repo and in every plan.
    const address = `${STATE_URL}/${stack.node.id}`;
    new HttpBackend(stack, { address, lockAddress: address, unlockAddress: address });
  } else {
    const backend = { bucket: 'example-terraform-state', key: `${stack.node.id}.tfstate`, region: 'eu-central-1', encrypt: true };
    new S3Backend(stack, { ...backend, dynamodbTable: 'terraform-locks' });
  }
}
