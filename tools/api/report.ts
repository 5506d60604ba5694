import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel, type ExtractorMessage, type IConfigFile } from '@microsoft/api-extractor';

import type { EntryPoint } from './entry-points';

/** Public API of one entry point, as text for reviews of changes. */
export interface ApiReport {
  /** `systemd.api.md` */
  readonly fileName: string;
  readonly text: string;
  /** Problems of the API itself: types that a public signature uses, but no one can import. */
  readonly problems: readonly string[];
}

/** Directory of the stored reports, relative to the repository. */
export const REPORTS = 'etc';

/** Creates the report of an entry point from the types in `dist`; build before. */
export function apiReport(repository: string, entryPoint: EntryPoint): ApiReport {
  const scratch = mkdtempSync(path.join(tmpdir(), 'api-report-'));
  try {
    // API Extractor accepts a folder for the old report only if it exists.
    mkdirSync(path.join(scratch, 'kept'));
    const problems: string[] = [];
    Extractor.invoke(configuration(repository, entryPoint, scratch), {
      localBuild: true,
      messageCallback: (message) => {
        if (isProblem(message)) problems.push(`${place(message, repository)}${message.text}`);
        message.handled = true;
      },
    });
    const fileName = reportName(entryPoint);
    return { fileName, text: readFileSync(path.join(scratch, 'new', fileName), 'utf8'), problems };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Returns the stored report; undefined if there is none yet. */
export function keptReport(repository: string, entryPoint: EntryPoint): string | undefined {
  const file = path.join(repository, REPORTS, reportName(entryPoint));
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** `systemd.api.md` */
export function reportName({ name }: EntryPoint): string {
  return `${name.replaceAll('/', '-')}.api.md`;
}

function configuration(repository: string, entryPoint: EntryPoint, scratch: string): ExtractorConfig {
  const silent = { logLevel: ExtractorLogLevel.None };
  const configObject: IConfigFile = {
    projectFolder: repository,
    mainEntryPointFilePath: path.join(repository, entryPoint.types),
    newlineKind: 'lf',
    compiler: { tsconfigFilePath: path.join(repository, 'tsconfig.build.json') },
    apiReport: {
      enabled: true,
      reportFileName: reportName(entryPoint),
      reportFolder: path.join(scratch, 'kept'),
      reportTempFolder: path.join(scratch, 'new'),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      extractorMessageReporting: {
        default: { logLevel: ExtractorLogLevel.Error, addToApiReportFile: false },
        // Everything that is exported is public, and stable by semantic versioning: no release tags.
        'ae-missing-release-tag': silent,
        // TypeDoc checks the docstrings, see tools/docs.
        'ae-unresolved-link': silent,
        'ae-undocumented': silent,
      },
      tsdocMessageReporting: { default: silent },
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: path.join(repository, 'package.json'),
  });
}

function isProblem({ logLevel, messageId }: ExtractorMessage): boolean {
  return logLevel === ExtractorLogLevel.Error && !messageId.startsWith('console-');
}

function place({ sourceFilePath }: ExtractorMessage, repository: string): string {
  return sourceFilePath === undefined ? '' : `${path.relative(repository, sourceFilePath)}: `;
}
