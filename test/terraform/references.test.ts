import { resourceReferences } from '../../lib/terraform/references';

test.each<[string, unknown, string[]]>([
  ['an attribute', '${aws_instance.web.public_ip}', ['aws_instance.web']],
  ['an element of a counted resource', '${aws_instance.web[0].public_ip}', ['aws_instance.web']],
  ['a data source', '${data.aws_ami.debian.id}', ['data.aws_ami.debian']],
  ['a module', '${module.net.addresses["a"]}', ['module.net']],
  ['inside functions and quoted templates', '${replace("x-${null_resource.a.id}", "/b.c/", "d_e.f")}', ['null_resource.a']],
  ['several, sorted, each once', ['${b_b.x.id}', { k: '${a_a.y.id} ${b_b.x.name}' }], ['a_a.y', 'b_b.x']],
  ['variables and locals don’t count', '${var.address} ${local.file_x} ${self.input.owner} ${each.value}', []],
  ['literal text doesn’t count', 'aws_instance.web.public_ip $${aws_instance.web.id}', []],
  ['attributes of nested objects don’t count', '${aws_x.y.root_block.device_name}', ['aws_x.y']],
])('%s', (_, value, expected) => {
  expect(resourceReferences(value)).toEqual(expected);
});
