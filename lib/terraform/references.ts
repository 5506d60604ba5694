/** References of an already resolved value, read from its Terraform expressions. */

/** Returns the expressions in `${…}` without quoted strings: `"a.b"` as a function's argument isn't a reference. */
function expressions(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', at)) {
    if (text[at - 1] === '$') {
      at += 2;
      continue;
    }
    let depth = 1;
    let end = at + 2;
    let expression = '';
    while (end < text.length && depth > 0) {
      const ch = text[end]!;
      if (ch === '"') {
        const close = /^"(?:[^"\\]|\\.)*"/.exec(text.slice(end));
        // The expressions of an interpolation inside the string count as well.
        expression += /\$\{/.test(close?.[0] ?? '') ? ` ${expressions(close![0]).join(' ')} ` : ' ';
        end += close?.[0].length ?? 1;
        continue;
      }
      if (ch === '{') depth += 1;
      if (ch === '}') depth -= 1;
      expression += ch;
      end += 1;
    }
    found.push(expression);
    at = end;
  }
  return found;
}

const ADDRESS = /(?<![\w.-])(?:(data)\.)?([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\.([A-Za-z_][\w-]*)/g;
const NOT_RESOURCES = new Set(['var', 'local', 'each', 'self', 'path', 'count', 'terraform']);

/**
 * Returns the addresses of the resources, data sources and modules that a resolved value refers to, sorted, in the form that
 * `depends_on` takes: `aws_instance.worker`, `data.aws_ami.debian`, `module.network`. Variables and locals don't count.
 */
export function resourceReferences(resolved: unknown): readonly string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const expression of expressions(value)) {
        for (const match of expression.matchAll(ADDRESS)) {
          const [, data, type, name] = match;
          if (!NOT_RESOURCES.has(type!)) found.add(`${data ? 'data.' : ''}${type}.${name}`);
        }
      }
    } else if (Array.isArray(value)) {
      value.forEach(visit);
    } else if (value !== null && typeof value === 'object') {
      Object.values(value).forEach(visit);
    }
  };
  visit(resolved);
  return [...found].sort();
}
