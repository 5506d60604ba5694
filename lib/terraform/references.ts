/**
 * What an already resolved value refers to, read off its Terraform expressions.
 */

/** An expression within `${…}`, quoted strings left out: `"a.b"` in a function's argument is no reference. */
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
        // A string with an interpolation of its own: its expressions are found by the outer loop's next round.
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
 * The addresses of the resources, data sources and modules that a resolved value refers to, sorted, as `depends_on`
 * wants them: `aws_instance.worker`, `data.aws_ami.debian`, `module.network`. Variables and locals don't count.
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
