import { show, type Issue } from '../values/issue';
import { error, warning } from '../values/make-issue';
import type { Place } from '../values/place';
import { textProblem } from '../values/text';
import type { SidekiqVersion } from './version';

/** A name without blanks, commas and control characters, and an optional weight of at least 1. */
const QUEUE = /^([^\s,\p{Cc}]+)(?:,([1-9]\d{0,5}))?$/u;

interface Queue {
  readonly place: Place;
  readonly text: string;
  readonly name: string | undefined;
  readonly weighted: boolean;
}

/**
 * Returns the issues of a command line's queues: `sidekiq/invalid-queue`, `sidekiq/duplicate-queue`, and the warning
 * `sidekiq/mixed-weights`.
 * Source: `parse_queue` in cli.rb before 7.0, `queues=` in capsule.rb since.
 */
export function queuesIssues(texts: readonly string[], version: SidekiqVersion): Issue[] {
  const queues = texts.map(parseQueue);
  const good = queues.filter(({ name }) => name !== undefined);
  const repeated = good.filter(({ name }, index) => good.findIndex((other) => other.name === name) < index);
  const weighted = good.filter((queue) => queue.weighted).length;
  return [
    ...queues.filter(({ name }) => name === undefined).map(malformedIssue),
    ...repeated.map((queue) => duplicateIssue(queue, version)),
    ...(weighted > 0 && weighted < good.length ? [mixedWeightsIssue(texts)] : []),
  ];
}

function parseQueue(text: string, index: number): Queue {
  const match = textProblem(text) === undefined ? QUEUE.exec(text) : null;
  return { place: ['queues', index], text, name: match?.[1], weighted: match?.[2] !== undefined };
}

function malformedIssue({ place, text }: Queue): Issue {
  return error('sidekiq/invalid-queue', place, {
    problem: `${show(text)} is not a queue with an optional weight`,
    remedy: "Use one queue per element, without spaces, and a weight that is a whole number from 1, like 'critical,2'.",
  });
}

function duplicateIssue({ place, text }: Queue, version: SidekiqVersion): Issue {
  const consequence = version.atLeast('7.0') ? 'adds up their weights' : 'exits with "cannot be defined twice"';
  return error('sidekiq/duplicate-queue', place, {
    problem: `${show(text)} repeats a queue, and Sidekiq ${version.text} ${consequence}`,
    remedy: 'List the queue once, with a weight if it should be served more often.',
  });
}

function mixedWeightsIssue(texts: readonly string[]): Issue {
  return warning('sidekiq/mixed-weights', ['queues'], {
    problem: `only some of the queues ${show(texts.join(' '))} have a weight`,
    remedy: 'Give every queue a weight, or none: otherwise a queue without a weight counts as 1, and the order has no effect.',
  });
}
