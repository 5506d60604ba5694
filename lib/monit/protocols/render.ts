import { optionRow, protocolRow, type Protocol, type ProtocolName, type ProtocolOption } from './table';

/** Renders `protocol http request "/x"`. */
export function protocol(given: ProtocolName | Protocol | undefined): string[] {
  if (given === undefined) return [];
  const { name, ...values } = typeof given === 'string' ? { name: given } : given;
  const options = (protocolRow(name)?.options ?? []).flatMap((option) => {
    const value = (values as Partial<Record<ProtocolOption, unknown>>)[option];
    const { word, render } = optionRow(option);
    return value === undefined ? [] : [`${word} ${render(value)}`];
  });
  return [[`protocol ${protocolRow(name) === undefined ? 'default' : name}`, ...options].join(' ')];
}
