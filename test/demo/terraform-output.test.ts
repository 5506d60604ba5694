import { fileDiffs, hostLines } from '../../tools/demo/terraform-output';

/** Output of cdktf 0.21 and Terraform 1.11. */
const PLAN = `workers  terraform_data.deploy: Refreshing state... [id=51e461ef]
workers  Terraform used the selected providers to generate the following execution
         plan. Resource actions are indicated with the following symbols:
         +/- create replacement and then destroy

           # terraform_data.deploy must be replaced
         +/- resource "terraform_data" "deploy" {
               ~ id               = "51e461ef" -> (known after apply)
               ~ triggers_replace = {
                   ~ "/etc/monit/conf.d/sidekiq" = "d0e13dbf" -> "69a78fec"
                     # (1 unchanged attribute hidden)
                 }
             }

           # terraform_data.cdktf_sidekiq_ledger must be replaced
         +/- resource "terraform_data" "cdktf_sidekiq_ledger" {
               ~ triggers_replace = {
                   ~ "/etc/monit/conf.d/sidekiq" = <<-EOT
                         check process x
                         second
                           third
                       -   if totalmem > 800 MB for 3 cycles then restart
                       +   if totalmem > 900 MB for 3 cycles then restart
                           fourth

                           sixth
                           seventh
                       + last
                     EOT
                     # (1 unchanged attribute hidden)
                 }
             }

         Plan: 2 to add, 0 to change, 2 to destroy.
`;

describe('fileDiffs', () => {
  it('returns the changes of files with some context, and no other changes', () => {
    expect(fileDiffs(PLAN)).toEqual([
      {
        path: '/etc/monit/conf.d/sidekiq',
        lines: [
          '  second',
          '    third',
          '-   if totalmem > 800 MB for 3 cycles then restart',
          '+   if totalmem > 900 MB for 3 cycles then restart',
          '    fourth',
          '',
          '    sixth',
          '    seventh',
          '+ last',
        ],
      },
    ]);
  });

  it('returns nothing for a plan without changes', () => {
    expect(fileDiffs('workers  No changes. Your infrastructure matches the configuration.')).toEqual([]);
  });
});

describe('hostLines', () => {
  it('returns the host’s output, for plain addresses, cdktf’s paths and instances', () => {
    const output = `workers  terraform_data.w: Provisioning with 'remote-exec'...
         null_resource.w (worker-1/Default) (remote-exec): Connecting to remote host via SSH...
         null_resource.w (worker-1/Default) (remote-exec):   Private key: true
         null_resource.w (worker-1/Default) (remote-exec): Connected!
workers  null_resource.w (worker-1/Default) (remote-exec): sidekiq.service: stopped in 2 s
         terraform_data.hosts (hosts/hosts)["10.0.0.1"] (remote-exec):     indented
         terraform_data.w (remote-exec): uninstalled
workers  Error: remote-exec provisioner error`;
    expect(hostLines(output)).toEqual(['sidekiq.service: stopped in 2 s', '    indented', 'uninstalled']);
  });
});
