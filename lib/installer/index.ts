/** What runs on a host, and how a bundle becomes the script that is uploaded. */
export { documentHashes, documentLines } from './document';
export type { DocumentHashes, DocumentIds, FileContent } from './document';
export {
  deploymentScript,
  installerLines,
  installerScript,
  installerTail,
  installerVersion,
  uninstallProgram,
  uninstallScript,
} from './script';
export type { SentDocument } from './script';
